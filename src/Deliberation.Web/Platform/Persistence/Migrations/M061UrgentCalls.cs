using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Deliberation.Web.Platform.Persistence.Migrations;

/// <summary>Urgent feedbacks that moderators were not written to about, and when they were written to last.</summary>
[DbContext(typeof(DeliberationDb))]
[Migration("061_UrgentCalls")]
internal sealed class M061UrgentCalls : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "UrgentNotices",
            table => new { Number = table.Column<string>(maxLength: 20), CameAt = table.Column<DateTime>() },
            constraints: table => table.PrimaryKey("PK_UrgentNotices", row => row.Number)
        );
        migrationBuilder.CreateTable(
            "UrgentCalls",
            table => new
            {
                Id = table.Column<int>(),
                MadeAt = table.Column<DateTime>(nullable: true),
                Revision = table.Column<int>(),
            },
            constraints: table => table.PrimaryKey("PK_UrgentCalls", row => row.Id)
        );
    }
}
