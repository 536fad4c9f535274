using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Deliberation.Web.Platform.Persistence.Migrations;

/// <summary>Answers on their way to publication: written, read, signed; and which bodies ask for it.</summary>
[DbContext(typeof(DeliberationDb))]
[Migration("036_Instruction")]
internal sealed class M036Instruction : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<bool>("HasChain", "Bodies", defaultValue: false);
        CreateAnswers(migrationBuilder);
        migrationBuilder.CreateTable(
            "PreparedSteps",
            table => new
            {
                PreparedAnswerId = table.Column<Guid>(),
                Number = table.Column<int>(),
                Stage = table.Column<int>(),
                By = table.Column<Guid>(nullable: true),
                At = table.Column<DateTime>(),
                Reason = table.Column<string>(maxLength: 1_000, nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_PreparedSteps", row => new { row.PreparedAnswerId, row.Number });
                table.ForeignKey(
                    "FK_PreparedSteps_PreparedAnswers_PreparedAnswerId",
                    row => row.PreparedAnswerId,
                    "PreparedAnswers",
                    "Id",
                    onDelete: ReferentialAction.Restrict
                );
            }
        );
    }

    private static void CreateAnswers(MigrationBuilder migrationBuilder)
    {
        const string Answers = "PreparedAnswers";
        migrationBuilder.CreateTable(
            Answers,
            table => new
            {
                Id = table.Column<Guid>(),
                TreatmentId = table.Column<Guid>(),
                UnderWay = table.Column<Guid>(nullable: true),
                BodyId = table.Column<Guid>(),
                Key = table.Column<Guid>(),
                Content_Key = table.Column<Guid>(),
                Content_After = table.Column<int>(nullable: true),
                Content_Status = table.Column<string>(maxLength: 40),
                Content_Reason = table.Column<string>(),
                Content_Function = table.Column<string>(maxLength: 200),
                Content_EvidenceLink = table.Column<string>(maxLength: 500, nullable: true),
                Content_EvidenceCitation = table.Column<string>(maxLength: 500, nullable: true),
                Content_NextUpdateOn = table.Column<DateOnly>(nullable: true),
                Content_Decision_Kind = table.Column<int>(nullable: true),
                Content_Decision_Kept = table.Column<string>(maxLength: 1_000, nullable: true),
                Content_Decision_NotKept = table.Column<string>(maxLength: 1_000, nullable: true),
                Content_Decision_Ground = table.Column<int>(nullable: true),
                Content_Decision_WouldChange = table.Column<string>(maxLength: 1_000, nullable: true),
                Content_Decision_PassedOnTo = table.Column<string>(maxLength: 200, nullable: true),
                Content_Fidelity = table.Column<int>(nullable: true),
                Content_CheckedBy = table.Column<string>(maxLength: 200, nullable: true),
                Content_Laws = table.Column<string>(maxLength: 1_000, nullable: true),
                Content_SuccessMeasure = table.Column<string>(maxLength: 1_000, nullable: true),
                Content_Corrects = table.Column<int>(nullable: true),
                Stage = table.Column<int>(),
                Since = table.Column<DateTime>(),
                EffectiveOn = table.Column<DateOnly>(nullable: true),
                EffectiveAt = table.Column<DateTime>(nullable: true),
                StepCount = table.Column<int>(),
                Revision = table.Column<int>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_PreparedAnswers", row => row.Id);
                table.ForeignKey(
                    "FK_PreparedAnswers_Treatments_TreatmentId",
                    row => row.TreatmentId,
                    "Treatments",
                    "Id",
                    onDelete: ReferentialAction.Restrict
                );
                table.ForeignKey(
                    "FK_PreparedAnswers_Bodies_BodyId",
                    row => row.BodyId,
                    "Bodies",
                    "Id",
                    onDelete: ReferentialAction.Restrict
                );
            }
        );
        migrationBuilder.CreateIndex(
            "IX_PreparedAnswers_UnderWay_BodyId",
            Answers,
            ["UnderWay", "BodyId"],
            unique: true
        );
        migrationBuilder.CreateIndex(
            "IX_PreparedAnswers_TreatmentId_Key",
            Answers,
            ["TreatmentId", "Key"],
            unique: true
        );
        migrationBuilder.CreateIndex("IX_PreparedAnswers_BodyId_Stage", Answers, ["BodyId", "Stage"]);
        migrationBuilder.CreateIndex(
            "IX_PreparedAnswers_Stage_EffectiveAt",
            Answers,
            ["Stage", "EffectiveAt"]
        );
    }
}
