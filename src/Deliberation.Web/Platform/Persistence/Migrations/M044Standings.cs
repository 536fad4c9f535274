using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Deliberation.Web.Platform.Persistence.Migrations;

/// <summary>How each proposition stood between two moments, so that lists of any day need not replay all histories.</summary>
[DbContext(typeof(DeliberationDb))]
[Migration("044_Standings")]
internal sealed class M044Standings : Migration
{
    private const string Standings = "Standings";

    /// <summary>Tells from the histories what <c>StandingKeeper</c> would have kept.</summary>
    /// <param name="end">The end of what still holds, as the database writes an instant.</param>
    public static string Telling(string end) =>
        $"""
            INSERT INTO "Standings" ("TreatmentId", "From", "Until", "Opinion", "Number", "Theme", "BodyId", "Answers",
                "Status", "Position", "Category", "IsDocumented", "OpenedAt", "FirstAnsweredAt", "Since", "ExpectedOn",
                "OwesSecondAnswer")
            SELECT m."TreatmentId", m."At", LEAD(m."At", 1, {end}) OVER (PARTITION BY m."TreatmentId" ORDER BY m."At"),
                o."Reference", t."Number", t."Theme",
                (SELECT e."BodyId" FROM "Entrustments" e WHERE e."TreatmentId" = m."TreatmentId" AND e."At" <= m."At"
                    ORDER BY e."Number" DESC LIMIT 1),
                COALESCE(u."Number", 0), u."Status", s."Position", s."Category", u."EvidenceLink" IS NOT NULL,
                t."OpenedAt", f."At", COALESCE(u."At", t."OpenedAt"), x."DueOn",
                COALESCE((SELECT c."Cause" FROM "Expectations" c WHERE c."TreatmentId" = m."TreatmentId"
                    AND c."At" <= m."At" AND c."Cause" <= 3 ORDER BY c."Number" DESC LIMIT 1), 0) = 3
            FROM (
                SELECT "TreatmentId", "At" FROM "Entrustments"
                UNION SELECT "TreatmentId", "At" FROM "Expectations"
                UNION SELECT "TreatmentId", "At" FROM "TreatmentUpdates"
            ) m
            JOIN "Treatments" t ON t."Id" = m."TreatmentId"
            JOIN "OpinionTrackers" o ON o."Id" = t."OpinionId"
            LEFT JOIN "TreatmentUpdates" u ON u."TreatmentId" = m."TreatmentId" AND u."Number" = (
                SELECT MAX(v."Number") FROM "TreatmentUpdates" v
                WHERE v."TreatmentId" = m."TreatmentId" AND v."At" <= m."At")
            LEFT JOIN "TreatmentUpdates" f
                ON f."TreatmentId" = m."TreatmentId" AND f."Number" = 1 AND u."Number" IS NOT NULL
            LEFT JOIN "OpinionStatuses" s ON s."OpinionId" = t."OpinionId" AND s."Code" = u."Status"
            LEFT JOIN "Expectations" x ON x."TreatmentId" = m."TreatmentId" AND x."Number" = (
                SELECT MAX(y."Number") FROM "Expectations" y
                WHERE y."TreatmentId" = m."TreatmentId" AND y."At" <= m."At")
            WHERE m."At" >= t."OpenedAt"
            """;

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            Standings,
            table => new
            {
                TreatmentId = table.Column<Guid>(),
                From = table.Column<DateTime>(),
                Until = table.Column<DateTime>(),
                Opinion = table.Column<string>(maxLength: 40),
                Number = table.Column<int>(),
                Theme = table.Column<string>(maxLength: 120),
                BodyId = table.Column<Guid>(),
                Answers = table.Column<int>(),
                Status = table.Column<string>(maxLength: 40, nullable: true),
                Position = table.Column<int>(nullable: true),
                Category = table.Column<int>(nullable: true),
                IsDocumented = table.Column<bool>(),
                OpenedAt = table.Column<DateTime>(),
                FirstAnsweredAt = table.Column<DateTime>(nullable: true),
                Since = table.Column<DateTime>(),
                ExpectedOn = table.Column<DateOnly>(nullable: true),
                OwesSecondAnswer = table.Column<bool>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Standings", row => new { row.TreatmentId, row.From });
                table.ForeignKey(
                    "FK_Standings_Treatments_TreatmentId",
                    row => row.TreatmentId,
                    "Treatments",
                    "Id",
                    onDelete: ReferentialAction.Restrict
                );
            }
        );
        var isSqlite = migrationBuilder.ActiveProvider?.EndsWith("Sqlite", StringComparison.Ordinal) == true;
        migrationBuilder.Sql(
            Telling(isSqlite ? "'9999-12-31 00:00:00'" : "TIMESTAMPTZ '9999-12-31 00:00:00+00'")
        );
        CreateIndexes(migrationBuilder);
    }

    private static void CreateIndexes(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateIndex("IX_Standings_Opinion_Until", Standings, ["Opinion", "Until"]);
        migrationBuilder.CreateIndex(
            "IX_Standings_Shown",
            Standings,
            [
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
        migrationBuilder.CreateIndex("IX_Treatments_Theme", "Treatments", "Theme");
    }
}
