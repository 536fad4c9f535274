using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Deliberation.Web.Platform.Persistence.Migrations;

/// <summary>What an answer, given or under way, replies to minority positions.</summary>
[DbContext(typeof(DeliberationDb))]
[Migration("045_PositionReplies")]
internal sealed class M045PositionReplies : Migration
{
    // Answers given before keep this empty: no position stood beside their propositions.
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("Replies", "TreatmentUpdates", nullable: true);
        migrationBuilder.AddColumn<string>("Content_Replies", "PreparedAnswers", nullable: true);
    }
}
