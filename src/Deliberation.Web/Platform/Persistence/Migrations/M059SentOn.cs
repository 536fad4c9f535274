using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Deliberation.Web.Platform.Persistence.Migrations;

/// <summary>Why a body sent a feedback on to another.</summary>
[DbContext(typeof(DeliberationDb))]
[Migration("059_SentOn")]
internal sealed class M059SentOn : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<string>("Because", "FeedbackSteps", nullable: false, defaultValue: "");
}
