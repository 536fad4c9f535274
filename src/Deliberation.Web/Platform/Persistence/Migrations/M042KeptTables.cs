using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Deliberation.Web.Platform.Persistence.Migrations;

/// <summary>Tables given back by agents, kept for an hour.</summary>
[DbContext(typeof(DeliberationDb))]
[Migration("042_KeptTables")]
internal sealed class M042KeptTables : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        const string Tables = "KeptTables";
        migrationBuilder.CreateTable(
            Tables,
            table => new
            {
                Id = table.Column<Guid>(),
                By = table.Column<Guid>(),
                Name = table.Column<string>(maxLength: 120),
                Content = table.Column<byte[]>(),
                ExpiresAt = table.Column<DateTime>(),
                Given = table.Column<int>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_KeptTables", row => row.Id)
        );
        migrationBuilder.CreateIndex("IX_KeptTables_By", Tables, "By");
        migrationBuilder.CreateIndex("IX_KeptTables_ExpiresAt", Tables, "ExpiresAt");
    }
}
