using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Deliberation.Web.Platform.Persistence.Migrations;

/// <summary>What the words of public feedback say: subjects, themes, near twins, propositions they may speak of.</summary>
[DbContext(typeof(DeliberationDb))]
[Migration("050_Meaning")]
internal sealed class M050Meaning : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        CreateSubjects(migrationBuilder);
        CreateReadings(migrationBuilder);
        CreateWords(migrationBuilder);
        CreatePropositions(migrationBuilder);
        // What was public before is read too.
        migrationBuilder.Sql(
            """
            INSERT INTO "FeedbacksToRead" ("Id", "FeedbackId")
            SELECT "Id", "Id" FROM "Feedbacks" WHERE "Stage" IN (2, 5, 6, 7, 8, 9)
            """
        );
    }

    private static void CreateSubjects(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "Subjects",
            table => new
            {
                Id = table.Column<Guid>(),
                Number = table.Column<string>(maxLength: 12),
                Name = table.Column<string>(maxLength: 120, nullable: true),
                Theme = table.Column<string>(maxLength: 40, nullable: true),
                IsThemeChosen = table.Column<bool>(),
                State = table.Column<int>(),
                MergedIntoId = table.Column<Guid>(nullable: true),
                Dismissal = table.Column<int>(nullable: true),
                OpenedAt = table.Column<DateTime>(),
                GrewAt = table.Column<DateTime>(),
                Feedbacks = table.Column<int>(),
                Words = table.Column<string>(),
                Revision = table.Column<int>(),
            },
            constraints: table => table.PrimaryKey("PK_Subjects", row => row.Id)
        );
        migrationBuilder.CreateIndex("IX_Subjects_Number", "Subjects", "Number", unique: true);
        migrationBuilder.CreateIndex("IX_Subjects_State_GrewAt", "Subjects", ["State", "GrewAt"]);
        migrationBuilder.CreateTable(
            "SubjectSteps",
            table => new
            {
                SubjectId = table.Column<Guid>(),
                Position = table.Column<int>(),
                Act = table.Column<int>(),
                At = table.Column<DateTime>(),
                By = table.Column<Guid>(),
                Note = table.Column<string>(maxLength: 120, nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_SubjectSteps", row => new { row.SubjectId, row.Position });
                table.ForeignKey(
                    "FK_SubjectSteps_Subjects_SubjectId",
                    row => row.SubjectId,
                    "Subjects",
                    "Id",
                    onDelete: ReferentialAction.Cascade
                );
            }
        );
    }

    private static void CreateReadings(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "FeedbackReadings",
            table => new
            {
                Id = table.Column<Guid>(),
                Number = table.Column<string>(maxLength: 20),
                ReceivedAt = table.Column<DateTime>(),
                Words = table.Column<string>(),
                SubjectId = table.Column<Guid>(nullable: true),
                IsPlacedByHand = table.Column<bool>(),
                SuggestedTheme = table.Column<string>(maxLength: 40, nullable: true),
                Theme = table.Column<string>(maxLength: 40, nullable: true),
                FiledBy = table.Column<Guid>(nullable: true),
                FiledAt = table.Column<DateTime>(nullable: true),
                Revision = table.Column<int>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_FeedbackReadings", row => row.Id);
                table.ForeignKey(
                    "FK_FeedbackReadings_Feedbacks_Id",
                    row => row.Id,
                    "Feedbacks",
                    "Id",
                    onDelete: ReferentialAction.Cascade
                );
                table.ForeignKey(
                    "FK_FeedbackReadings_Subjects_SubjectId",
                    row => row.SubjectId,
                    "Subjects",
                    "Id",
                    onDelete: ReferentialAction.Restrict
                );
            }
        );
        migrationBuilder.CreateIndex(
            "IX_FeedbackReadings_SubjectId_ReceivedAt",
            "FeedbackReadings",
            ["SubjectId", "ReceivedAt"]
        );
    }

    private static void CreateWords(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "FeedbacksToRead",
            table => new { Id = table.Column<Guid>(), FeedbackId = table.Column<Guid>() },
            constraints: table => table.PrimaryKey("PK_FeedbacksToRead", row => row.Id)
        );
        migrationBuilder.CreateTable(
            "SpokenStems",
            table => new { Stem = table.Column<string>(maxLength: 40), Feedbacks = table.Column<int>() },
            constraints: table => table.PrimaryKey("PK_SpokenStems", row => row.Stem)
        );
        migrationBuilder.CreateTable(
            "WaitingWords",
            table => new { Stem = table.Column<string>(maxLength: 40), FeedbackId = table.Column<Guid>() },
            constraints: table => table.PrimaryKey("PK_WaitingWords", row => new { row.Stem, row.FeedbackId })
        );
        migrationBuilder.CreateIndex("IX_WaitingWords_FeedbackId", "WaitingWords", "FeedbackId");
        migrationBuilder.CreateTable(
            "SubjectStems",
            table => new { Stem = table.Column<string>(maxLength: 40), SubjectId = table.Column<Guid>() },
            constraints: table => table.PrimaryKey("PK_SubjectStems", row => new { row.Stem, row.SubjectId })
        );
        migrationBuilder.CreateIndex("IX_SubjectStems_SubjectId", "SubjectStems", "SubjectId");
        migrationBuilder.CreateTable(
            "FeedbackBands",
            table => new { Band = table.Column<long>(), FeedbackId = table.Column<Guid>() },
            constraints: table =>
                table.PrimaryKey("PK_FeedbackBands", row => new { row.Band, row.FeedbackId })
        );
        migrationBuilder.CreateIndex("IX_FeedbackBands_FeedbackId", "FeedbackBands", "FeedbackId");
    }

    private static void CreatePropositions(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "PropositionReadings",
            table => new { Reference = table.Column<string>(maxLength: 40), Words = table.Column<string>() },
            constraints: table => table.PrimaryKey("PK_PropositionReadings", row => row.Reference)
        );
        migrationBuilder.CreateTable(
            "PropositionStems",
            table => new
            {
                Stem = table.Column<string>(maxLength: 40),
                Reference = table.Column<string>(maxLength: 40),
            },
            constraints: table =>
                table.PrimaryKey("PK_PropositionStems", row => new { row.Stem, row.Reference })
        );
        migrationBuilder.CreateIndex("IX_PropositionStems_Reference", "PropositionStems", "Reference");
    }
}
