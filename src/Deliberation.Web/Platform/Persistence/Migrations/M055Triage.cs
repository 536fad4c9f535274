using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Deliberation.Web.Platform.Persistence.Migrations;

/// <summary>How serious each feedback is, what moderators did about it, and the order of their queue.</summary>
[DbContext(typeof(DeliberationDb))]
[Migration("055_Triage")]
internal sealed class M055Triage : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        // Whatever is kept already is ordinary until the round has read it.
        migrationBuilder.AddColumn<int>("Severity", "Feedbacks", nullable: false, defaultValue: 1);
        migrationBuilder.AddColumn<int>("TriagedBy", "Feedbacks", nullable: false, defaultValue: 0);
        migrationBuilder.AddColumn<DateTime>("ProposedAt", "Feedbacks", nullable: true);
        migrationBuilder.CreateTable(
            "FeedbackTriage",
            table => new
            {
                FeedbackId = table.Column<Guid>(),
                Position = table.Column<int>(),
                Kind = table.Column<int>(),
                Severity = table.Column<int>(),
                Reason = table.Column<int>(nullable: true),
                Because = table.Column<string>(),
                By = table.Column<Guid>(nullable: true),
                At = table.Column<DateTime>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_FeedbackTriage", row => new { row.FeedbackId, row.Position });
                table.ForeignKey(
                    "FK_FeedbackTriage_Feedbacks_FeedbackId",
                    row => row.FeedbackId,
                    "Feedbacks",
                    "Id",
                    onDelete: ReferentialAction.Cascade
                );
            }
        );
        migrationBuilder.CreateIndex("IX_Feedbacks_TriagedBy", "Feedbacks", "TriagedBy");
        migrationBuilder.CreateIndex(
            "IX_Feedbacks_Stage_Severity_ReceivedAt_Number",
            "Feedbacks",
            ["Stage", "Severity", "ReceivedAt", "Number"],
            descending: [false, true, false, false]
        );
        Waiting(migrationBuilder, "ProposedAt");
        Waiting(migrationBuilder, "ContestedAt");
    }

    // Few wait at any time, among all that was ever said.
    private static void Waiting(MigrationBuilder migrationBuilder, string column) =>
        migrationBuilder.CreateIndex(
            $"__IX_Feedbacks_{column}",
            "Feedbacks",
            ["Severity", "ReceivedAt", "Number"],
            filter: $"\"{column}\" IS NOT NULL",
            descending: [true, false, false]
        );
}
