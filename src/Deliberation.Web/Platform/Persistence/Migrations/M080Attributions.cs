using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Deliberation.Web.Platform.Persistence.Migrations;

/// <summary>Who wrote each whole text that is kept; it follows from the changes, and is found out little by little.</summary>
[DbContext(typeof(DeliberationDb))]
[Migration("080_Attributions")]
internal sealed class M080Attributions : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.CreateTable(
            "Attributions",
            table => new
            {
                DocumentId = table.Column<Guid>(),
                Version = table.Column<int>(),
                Passages = table.Column<string>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Attributions", row => new { row.DocumentId, row.Version });
                table.ForeignKey(
                    "FK_Attributions_Documents_DocumentId",
                    row => row.DocumentId,
                    "Documents",
                    "Id",
                    onDelete: ReferentialAction.Restrict
                );
            }
        );
}
