using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Deliberation.Web.Platform.Persistence.Migrations;

/// <summary>How far each person has read each text.</summary>
[DbContext(typeof(DeliberationDb))]
[Migration("025_Visits")]
internal sealed class M025Visits : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "Visits",
            table => new
            {
                PersonId = table.Column<Guid>(),
                DocumentId = table.Column<Guid>(),
                Version = table.Column<int>(),
                At = table.Column<DateTime>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Visits", row => new { row.PersonId, row.DocumentId });
                table.ForeignKey(
                    "FK_Visits_Documents_DocumentId",
                    row => row.DocumentId,
                    "Documents",
                    "Id",
                    onDelete: ReferentialAction.Cascade
                );
            }
        );
        migrationBuilder.CreateIndex("IX_Visits_DocumentId", "Visits", "DocumentId");
    }
}
