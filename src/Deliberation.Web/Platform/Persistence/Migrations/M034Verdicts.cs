using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Deliberation.Web.Platform.Persistence.Migrations;

/// <summary>The windows in which members judge answers, and what each member said.</summary>
[DbContext(typeof(DeliberationDb))]
[Migration("034_Verdicts")]
internal sealed class M034Verdicts : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        CreateRounds(migrationBuilder);
        CreateVerdicts(migrationBuilder);
    }

    private static void CreateRounds(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "VerdictRounds",
            table => new
            {
                Id = table.Column<Guid>(),
                SpaceId = table.Column<Guid>(),
                TreatmentId = table.Column<Guid>(),
                Reference = table.Column<string>(maxLength: 40),
                AnswerNumber = table.Column<int>(),
                OpenedAt = table.Column<DateTime>(),
                ClosesAt = table.Column<DateTime>(),
                Threshold = table.Column<int>(),
                Least = table.Column<int>(),
                SecondAnswerDays = table.Column<int>(),
                ToldAt = table.Column<DateTime>(nullable: true),
                ClosedAt = table.Column<DateTime>(nullable: true),
                IsSuperseded = table.Column<bool>(),
                Members = table.Column<int>(nullable: true),
                Satisfying = table.Column<int>(nullable: true),
                Partly = table.Column<int>(nullable: true),
                Insufficient = table.Column<int>(nullable: true),
                NoOpinion = table.Column<int>(nullable: true),
                Faithful = table.Column<int>(nullable: true),
                Adapted = table.Column<int>(nullable: true),
                Weakened = table.Column<int>(nullable: true),
                Contrary = table.Column<int>(nullable: true),
                TooEarly = table.Column<int>(nullable: true),
                SecondAnswerDueOn = table.Column<DateOnly>(nullable: true),
                Revision = table.Column<int>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_VerdictRounds", row => row.Id);
                table.ForeignKey(
                    "FK_VerdictRounds_Spaces_SpaceId",
                    row => row.SpaceId,
                    "Spaces",
                    "Id",
                    onDelete: ReferentialAction.Restrict
                );
                table.ForeignKey(
                    "FK_VerdictRounds_Treatments_TreatmentId",
                    row => row.TreatmentId,
                    "Treatments",
                    "Id",
                    onDelete: ReferentialAction.Restrict
                );
            }
        );
        migrationBuilder.CreateIndex(
            "IX_VerdictRounds_TreatmentId_AnswerNumber",
            "VerdictRounds",
            ["TreatmentId", "AnswerNumber"],
            unique: true
        );
        migrationBuilder.CreateIndex(
            "IX_VerdictRounds_SpaceId_OpenedAt",
            "VerdictRounds",
            ["SpaceId", "OpenedAt"]
        );
        migrationBuilder.CreateIndex(
            "IX_VerdictRounds_ClosedAt_ClosesAt",
            "VerdictRounds",
            ["ClosedAt", "ClosesAt"]
        );
    }

    private static void CreateVerdicts(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "Verdicts",
            table => new
            {
                RoundId = table.Column<Guid>(),
                PersonId = table.Column<Guid>(),
                Judgement = table.Column<int>(),
                Reason = table.Column<string>(maxLength: 1_000, nullable: true),
                Fidelity = table.Column<int>(nullable: true),
                GivenAt = table.Column<DateTime>(),
                Revision = table.Column<int>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Verdicts", row => new { row.RoundId, row.PersonId });
                table.ForeignKey(
                    "FK_Verdicts_VerdictRounds_RoundId",
                    row => row.RoundId,
                    "VerdictRounds",
                    "Id",
                    onDelete: ReferentialAction.Restrict
                );
                table.ForeignKey(
                    "FK_Verdicts_AspNetUsers_PersonId",
                    row => row.PersonId,
                    "AspNetUsers",
                    "Id",
                    onDelete: ReferentialAction.Restrict
                );
            }
        );
        migrationBuilder.CreateIndex("IX_Verdicts_PersonId", "Verdicts", "PersonId");
    }
}
