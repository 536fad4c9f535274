using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Deliberation.Web.Platform.Persistence.Migrations;

/// <summary>What is kept of feedback for a time only, and when it was last looked at.</summary>
[DbContext(typeof(DeliberationDb))]
[Migration("054_Retention")]
internal sealed class M054Retention : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<DateTime>("ErasedAt", "Feedbacks", nullable: true);
        migrationBuilder.CreateTable(
            "RetentionRuns",
            table => new
            {
                Kind = table.Column<int>(),
                LastAt = table.Column<DateTime>(),
                Erased = table.Column<int>(),
            },
            constraints: table => table.PrimaryKey("PK_RetentionRuns", row => row.Kind)
        );
        migrationBuilder.CreateIndex(
            "__IX_Feedbacks_Profiles",
            "Feedbacks",
            "ReceivedAt",
            filter: "\"AgeBand\" IS NOT NULL OR \"Departement\" IS NOT NULL"
        );
    }
}
