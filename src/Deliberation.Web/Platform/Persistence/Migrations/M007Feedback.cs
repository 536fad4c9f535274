using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Deliberation.Web.Platform.Persistence.Migrations;

/// <summary>Patients' feedback: masked answers, stages, links to propositions, replies.</summary>
[DbContext(typeof(DeliberationDb))]
[Migration("007_Feedback")]
internal sealed class M007Feedback : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "FeedbackYears",
            table => new { Year = table.Column<int>(), Last = table.Column<int>() },
            constraints: table => table.PrimaryKey("PK_FeedbackYears", row => row.Year)
        );
        CreateFeedbacks(migrationBuilder);
        CreateSteps(migrationBuilder);
        CreateLinks(migrationBuilder);
        CreateReplies(migrationBuilder);
    }

    private static void CreateFeedbacks(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "Feedbacks",
            table => new
            {
                Id = table.Column<Guid>(),
                Number = table.Column<string>(maxLength: 20),
                ReceivedAt = table.Column<DateTime>(),
                ChangedAt = table.Column<DateTime>(),
                Door = table.Column<int>(),
                Language = table.Column<string>(maxLength: 2),
                CodeHash = table.Column<string>(maxLength: 64),
                Keywords = table.Column<string>(),
                Stage = table.Column<int>(),
                PublishedAt = table.Column<DateTime>(nullable: true),
                BodyId = table.Column<Guid>(nullable: true),
                Objection = table.Column<string>(),
                ContestedAt = table.Column<DateTime>(nullable: true),
                ClosingMark = table.Column<int>(nullable: true),
                Mark = table.Column<int>(),
                Part = table.Column<int>(),
                Easy = table.Column<string>(),
                Hard = table.Column<string>(),
                Text = table.Column<string>(),
                Suggestion = table.Column<string>(),
                Contact = table.Column<int>(nullable: true),
                AgeBand = table.Column<int>(nullable: true),
                Departement = table.Column<string>(maxLength: 3, nullable: true),
                Revision = table.Column<int>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Feedbacks", row => row.Id);
                table.ForeignKey(
                    "FK_Feedbacks_Bodies_BodyId",
                    row => row.BodyId,
                    "Bodies",
                    "Id",
                    onDelete: ReferentialAction.Restrict
                );
            }
        );
        migrationBuilder.CreateIndex("IX_Feedbacks_Number", "Feedbacks", "Number", unique: true);
        migrationBuilder.CreateIndex("IX_Feedbacks_CodeHash", "Feedbacks", "CodeHash", unique: true);
        migrationBuilder.CreateIndex("IX_Feedbacks_Stage_ReceivedAt", "Feedbacks", ["Stage", "ReceivedAt"]);
        migrationBuilder.CreateIndex("IX_Feedbacks_BodyId", "Feedbacks", "BodyId");
    }

    private static void CreateSteps(MigrationBuilder migrationBuilder) =>
        migrationBuilder.CreateTable(
            "FeedbackSteps",
            table => new
            {
                FeedbackId = table.Column<Guid>(),
                Position = table.Column<int>(),
                Stage = table.Column<int>(),
                At = table.Column<DateTime>(),
                By = table.Column<Guid>(nullable: true),
                Reason = table.Column<int>(nullable: true),
                BodyId = table.Column<Guid>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_FeedbackSteps", row => new { row.FeedbackId, row.Position });
                table.ForeignKey(
                    "FK_FeedbackSteps_Feedbacks_FeedbackId",
                    row => row.FeedbackId,
                    "Feedbacks",
                    "Id",
                    onDelete: ReferentialAction.Cascade
                );
            }
        );

    private static void CreateLinks(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "FeedbackLinks",
            table => new
            {
                FeedbackId = table.Column<Guid>(),
                Position = table.Column<int>(),
                Reference = table.Column<string>(maxLength: 40),
                LinkedAt = table.Column<DateTime>(),
                LinkedBy = table.Column<Guid>(),
                UnlinkedAt = table.Column<DateTime>(nullable: true),
                UnlinkedBy = table.Column<Guid>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_FeedbackLinks", row => new { row.FeedbackId, row.Position });
                table.ForeignKey(
                    "FK_FeedbackLinks_Feedbacks_FeedbackId",
                    row => row.FeedbackId,
                    "Feedbacks",
                    "Id",
                    onDelete: ReferentialAction.Cascade
                );
            }
        );
        migrationBuilder.CreateIndex("IX_FeedbackLinks_Reference", "FeedbackLinks", "Reference");
    }

    private static void CreateReplies(MigrationBuilder migrationBuilder) =>
        migrationBuilder.CreateTable(
            "FeedbackReplies",
            table => new
            {
                FeedbackId = table.Column<Guid>(),
                Position = table.Column<int>(),
                BodyId = table.Column<Guid>(),
                Function = table.Column<string>(maxLength: 120),
                Text = table.Column<string>(),
                Outcome = table.Column<int>(),
                PlannedFor = table.Column<DateOnly>(nullable: true),
                Evidence = table.Column<string>(nullable: true),
                WrittenAt = table.Column<DateTime>(),
                WrittenBy = table.Column<Guid>(),
                ReadBy = table.Column<Guid>(nullable: true),
                PublishedAt = table.Column<DateTime>(nullable: true),
                SentBackBecause = table.Column<string>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_FeedbackReplies", row => new { row.FeedbackId, row.Position });
                table.ForeignKey(
                    "FK_FeedbackReplies_Feedbacks_FeedbackId",
                    row => row.FeedbackId,
                    "Feedbacks",
                    "Id",
                    onDelete: ReferentialAction.Cascade
                );
            }
        );
}
