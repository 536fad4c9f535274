using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Deliberation.Web.Platform.Persistence.Migrations;

/// <summary>The words each body begins its answers with.</summary>
[DbContext(typeof(DeliberationDb))]
[Migration("037_AnswerTemplates")]
internal sealed class M037AnswerTemplates : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "AnswerTemplates",
            table => new
            {
                Id = table.Column<Guid>(),
                BodyId = table.Column<Guid>(),
                Title = table.Column<string>(maxLength: 120),
                Text = table.Column<string>(),
                Revision = table.Column<int>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_AnswerTemplates", row => row.Id);
                table.ForeignKey(
                    "FK_AnswerTemplates_Bodies_BodyId",
                    row => row.BodyId,
                    "Bodies",
                    "Id",
                    onDelete: ReferentialAction.Restrict
                );
            }
        );
        migrationBuilder.CreateIndex("IX_AnswerTemplates_BodyId", "AnswerTemplates", "BodyId");
    }
}
