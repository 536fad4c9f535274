using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Deliberation.Web.Platform.Persistence.Migrations;

/// <summary>Whether the opinion held the proposition: lists and charts of any day count apart what it does not.</summary>
[DbContext(typeof(DeliberationDb))]
[Migration("065_WithdrawnStandings")]
internal sealed class M065WithdrawnStandings : Migration
{
    /// <summary>Tells from the histories what <c>StandingKeeper</c> would have kept.</summary>
    public const string Telling = """
        UPDATE "Standings" SET "IsWithdrawn" = TRUE
        WHERE "TreatmentId" IN (SELECT "TreatmentId" FROM "Expectations" WHERE "Cause" = 6)
            AND (SELECT e."Cause" FROM "Expectations" e WHERE e."TreatmentId" = "Standings"."TreatmentId"
                AND e."At" < "Standings"."Until" AND e."Cause" IN (6, 7) ORDER BY e."Number" DESC LIMIT 1) = 6
        """;

    private const string Standings = "Standings";
    private const string Shown = "IX_Standings_Shown";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropIndex(Shown, Standings);
        migrationBuilder.AddColumn<bool>("IsWithdrawn", Standings, nullable: false, defaultValue: false);
        migrationBuilder.Sql(Telling);
        migrationBuilder.CreateIndex(
            Shown,
            Standings,
            [
                "Knot",
                "Until",
                "From",
                "Opinion",
                "Number",
                "Theme",
                "BodyId",
                "Answers",
                "Status",
                "Position",
                "Category",
                "IsDocumented",
                "OpenedAt",
                "FirstAnsweredAt",
                "Since",
                "ExpectedOn",
                "OwesSecondAnswer",
                "IsWithdrawn",
                "TreatmentId",
            ]
        );
    }
}
