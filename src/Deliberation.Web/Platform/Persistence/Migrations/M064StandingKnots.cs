using System.Globalization;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Deliberation.Web.Platform.Persistence.Migrations;

/// <summary>Where each stretch of a proposition's history hangs, so that a past day is read without the days around it.</summary>
[DbContext(typeof(DeliberationDb))]
[Migration("064_StandingKnots")]
internal sealed class M064StandingKnots : Migration
{
    private const string Standings = "Standings";
    private const string Shown = "IX_Standings_Shown";

    private static readonly int[] Levels = [.. Enumerable.Range(0, 20).Reverse()];

    /// <summary>Tells what <c>StretchTree</c> would have told.</summary>
    /// <param name="isSqlite">Or PostgreSQL: they count days each in its own way.</param>
    public static string Telling(bool isSqlite)
    {
        var (first, last) = (DayOf("From", isSqlite), DayOf("Until", isSqlite));
        var knots = Levels.Select(level => (1 << level).ToString(CultureInfo.InvariantCulture));
        var cases = knots.Select(days =>
            $"WHEN {last} / {days} * {days} >= {first} THEN {last} / {days} * {days}"
        );
        return $"""
            UPDATE "Standings" SET "Knot" = CASE {string.Join('\n', cases)} END WHERE "Until" < {End(
                isSqlite
            )}
            """;
    }

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var isSqlite = migrationBuilder.ActiveProvider?.EndsWith("Sqlite", StringComparison.Ordinal) == true;
        migrationBuilder.DropIndex(Shown, Standings);
        migrationBuilder.AddColumn<int>("Knot", Standings, nullable: false, defaultValue: 0);
        migrationBuilder.Sql(Telling(isSqlite));
        migrationBuilder.DropIndex("IX_Standings_Opinion_Until", Standings);
        migrationBuilder.CreateIndex(
            "IX_Standings_Opinion_Knot_Until",
            Standings,
            ["Opinion", "Knot", "Until"]
        );
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
                "TreatmentId",
            ]
        );
    }

    private static string End(bool isSqlite) =>
        isSqlite ? "'9999-12-31 00:00:00'" : "TIMESTAMPTZ '9999-12-31 00:00:00+00'";

    private static string DayOf(string column, bool isSqlite) =>
        isSqlite
            ? $"MAX(1, CAST(strftime('%s', \"{column}\") AS INTEGER) / 86400)"
            : $"GREATEST(1, FLOOR(EXTRACT(EPOCH FROM \"{column}\") / 86400)::int)";
}
