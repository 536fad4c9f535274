using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Deliberation.Web.Platform.Persistence.Migrations;

/// <summary>Every due day of a treatment as a series, so that clocks can stand still and second answers be owed.</summary>
[DbContext(typeof(DeliberationDb))]
[Migration("038_Expectations")]
internal sealed class M038Expectations : Migration
{
    private const string Treatments = "Treatments";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<DateOnly>("ExpectedOn", Treatments, nullable: true);
        migrationBuilder.AddColumn<DateOnly>("SuspendedOn", Treatments, nullable: true);
        migrationBuilder.AddColumn<DateOnly>("HeldOn", Treatments, nullable: true);
        migrationBuilder.AddColumn<int>("ExpectationCount", Treatments, defaultValue: 0);
        migrationBuilder.AddColumn<bool>("OwesSecondAnswer", Treatments, defaultValue: false);
        migrationBuilder.CreateIndex("IX_Treatments_ExpectedOn", Treatments, "ExpectedOn");
        migrationBuilder.CreateTable(
            "Expectations",
            table => new
            {
                TreatmentId = table.Column<Guid>(),
                Number = table.Column<int>(),
                Cause = table.Column<int>(),
                DueOn = table.Column<DateOnly>(nullable: true),
                Basis = table.Column<string>(maxLength: 1_000),
                HeldOn = table.Column<DateOnly>(nullable: true),
                SuspendedOn = table.Column<DateOnly>(nullable: true),
                At = table.Column<DateTime>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Expectations", row => new { row.TreatmentId, row.Number });
                table.ForeignKey(
                    "FK_Expectations_Treatments_TreatmentId",
                    row => row.TreatmentId,
                    Treatments,
                    "Id",
                    onDelete: ReferentialAction.Restrict
                );
            }
        );
        TellWhatWasExpected(migrationBuilder);
    }

    // What answers and openings already said, as the series would have told it.
    private static void TellWhatWasExpected(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(
            """
            INSERT INTO "Expectations" ("TreatmentId", "Number", "Cause", "DueOn", "Basis", "At")
            SELECT "Id", 1, 1, "FirstAnswerDueOn", "DueBasis", "OpenedAt" FROM "Treatments"
            """
        );
        migrationBuilder.Sql(
            """
            INSERT INTO "Expectations" ("TreatmentId", "Number", "Cause", "DueOn", "Basis", "At")
            SELECT "TreatmentId", "Number" + 1, 2, "NextUpdateOn",
                CASE WHEN "NextUpdateOn" IS NULL THEN '' ELSE 'promesse de la réponse ' || "Number" END, "At"
            FROM "TreatmentUpdates"
            """
        );
        migrationBuilder.Sql(
            """
            UPDATE "Treatments" SET
                "ExpectationCount" = "AnswerCount" + 1,
                "ExpectedOn" = (
                    SELECT "DueOn" FROM "Expectations"
                    WHERE "TreatmentId" = "Treatments"."Id" AND "Number" = "Treatments"."AnswerCount" + 1
                )
            """
        );
    }
}
