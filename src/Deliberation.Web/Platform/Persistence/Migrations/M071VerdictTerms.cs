using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Deliberation.Web.Platform.Persistence.Migrations;

/// <summary>The terms on which the members of each space judge answers, change after change.</summary>
[DbContext(typeof(DeliberationDb))]
[Migration("071_VerdictTerms")]
internal sealed class M071VerdictTerms : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "SpaceTerms",
            table => new
            {
                Id = table.Column<Guid>(),
                Slug = table.Column<string>(maxLength: 80),
                ChangeCount = table.Column<int>(),
                Revision = table.Column<int>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_SpaceTerms", row => row.Id);
                table.ForeignKey(
                    "FK_SpaceTerms_Spaces_Id",
                    row => row.Id,
                    "Spaces",
                    "Id",
                    onDelete: ReferentialAction.Restrict
                );
            }
        );
        migrationBuilder.CreateTable(
            "TermsChanges",
            table => new
            {
                SpaceId = table.Column<Guid>(),
                Number = table.Column<int>(),
                Days = table.Column<int>(),
                Threshold = table.Column<int>(),
                Least = table.Column<int>(),
                SecondAnswerDays = table.Column<int>(),
                Reason = table.Column<string>(maxLength: 1_000),
                At = table.Column<DateTime>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_TermsChanges", row => new { row.SpaceId, row.Number });
                table.ForeignKey(
                    "FK_TermsChanges_SpaceTerms_SpaceId",
                    row => row.SpaceId,
                    "SpaceTerms",
                    "Id",
                    onDelete: ReferentialAction.Restrict
                );
            }
        );
    }
}
