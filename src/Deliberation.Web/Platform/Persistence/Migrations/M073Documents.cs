using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Deliberation.Web.Platform.Persistence.Migrations;

/// <summary>The documents that go with an answer, given or under way.</summary>
[DbContext(typeof(DeliberationDb))]
[Migration("073_Documents")]
internal sealed class M073Documents : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("Documents", "TreatmentUpdates", maxLength: 4_000, nullable: true);
        migrationBuilder.AddColumn<string>(
            "Content_Documents",
            "PreparedAnswers",
            maxLength: 4_000,
            nullable: true
        );
    }
}
