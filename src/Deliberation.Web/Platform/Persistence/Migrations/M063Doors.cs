using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Deliberation.Web.Platform.Persistence.Migrations;

/// <summary>The public feedbacks are counted by door without reading them.</summary>
[DbContext(typeof(DeliberationDb))]
[Migration("063_Doors")]
internal sealed class M063Doors : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.CreateIndex(
            "__IX_Feedbacks_Public_Door",
            "Feedbacks",
            ["Door", "Mark"],
            filter: "\"IsPublic\""
        );
}
