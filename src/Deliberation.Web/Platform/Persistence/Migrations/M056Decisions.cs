using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Deliberation.Web.Platform.Persistence.Migrations;

/// <summary>When each feedback was first decided, to say how long that takes; and the few replies that wait for a reader.</summary>
[DbContext(typeof(DeliberationDb))]
[Migration("056_Decisions")]
internal sealed class M056Decisions : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<DateTime>("DecidedAt", "Feedbacks", nullable: true);
        migrationBuilder.Sql(
            """
            UPDATE "Feedbacks" SET "DecidedAt" = (
                SELECT MIN("At") FROM "FeedbackSteps"
                WHERE "FeedbackSteps"."FeedbackId" = "Feedbacks"."Id" AND "FeedbackSteps"."Stage" IN (2, 3, 4)
            )
            WHERE "Stage" <> 1
            """
        );
        migrationBuilder.CreateIndex(
            "__IX_Feedbacks_Decided",
            "Feedbacks",
            ["DecidedAt", "ReceivedAt"],
            filter: "\"DecidedAt\" IS NOT NULL"
        );
        migrationBuilder.CreateIndex(
            "__IX_FeedbackReplies_Waiting",
            "FeedbackReplies",
            "FeedbackId",
            filter: "\"PublishedAt\" IS NULL AND \"ReadBy\" IS NULL"
        );
    }
}
