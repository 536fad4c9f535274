using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Deliberation.Web.Platform.Persistence.Migrations;

/// <summary>What was loaded from the seed files, so that it loads once.</summary>
[DbContext(typeof(DeliberationDb))]
[Migration("011_Seeding")]
internal sealed class M011Seeding : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.CreateTable(
            "SeedSteps",
            table => new
            {
                Key = table.Column<string>(maxLength: 200),
                Result = table.Column<Guid>(),
                DoneAt = table.Column<DateTime>(),
            },
            constraints: table => table.PrimaryKey("PK_SeedSteps", row => row.Key)
        );
}
