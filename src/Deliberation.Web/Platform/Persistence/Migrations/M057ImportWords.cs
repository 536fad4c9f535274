using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Deliberation.Web.Platform.Persistence.Migrations;

/// <summary>How the columns of exports are headed, and what their words mean, as moderators said.</summary>
[DbContext(typeof(DeliberationDb))]
[Migration("057_ImportWords")]
internal sealed class M057ImportWords : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.CreateTable(
            "ImportWords",
            table => new
            {
                Kind = table.Column<int>(),
                Word = table.Column<string>(maxLength: 300),
                Means = table.Column<int>(),
            },
            constraints: table => table.PrimaryKey("PK_ImportWords", row => new { row.Kind, row.Word })
        );
}
