using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Deliberation.Web.Platform.Persistence.Migrations;

/// <summary>The day a feedback was given, when a mediator typed it from a paper or a call.</summary>
[DbContext(typeof(DeliberationDb))]
[Migration("048_TypedFeedback")]
internal sealed class M048TypedFeedback : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<DateOnly>("GivenOn", "Feedbacks", nullable: true);
}
