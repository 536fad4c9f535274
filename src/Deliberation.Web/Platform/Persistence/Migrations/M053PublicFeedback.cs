using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Deliberation.Web.Platform.Persistence.Migrations;

/// <summary>
/// The orders and filters of the public list of feedback, among a million: one index for each, with all that the other
/// filters ask. None costs anything until a feedback is published. The model cannot tell of indexes on an answer, hence
/// the two underscores.
/// </summary>
[DbContext(typeof(DeliberationDb))]
[Migration("053_PublicFeedback")]
internal sealed class M053PublicFeedback : Migration
{
    private const string IsPublic = "\"IsPublic\"";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<bool>("IsPublic", "Feedbacks", defaultValue: false);
        migrationBuilder.Sql(
            """
            UPDATE "Feedbacks" SET "IsPublic" = (1 = 1) WHERE "Stage" IN (2, 5, 6, 7, 8, 9)
            """
        );
        Index(migrationBuilder, "Newest", "Number", "Mark", "Part", "Stage");
        Index(migrationBuilder, "Mark", "Mark", "Number", "Part", "Stage", "ReceivedAt");
        migrationBuilder.CreateIndex(
            "__IX_Feedbacks_Public_Worst",
            "Feedbacks",
            ["Mark", "Number", "Part", "Stage"],
            filter: IsPublic,
            descending: [false, true, false, false]
        );
        Index(migrationBuilder, "Part", "Part", "Number", "Mark", "Stage");
        Index(migrationBuilder, "Stage", "Stage", "Number", "Mark", "Part");
    }

    private static void Index(MigrationBuilder migrationBuilder, string name, params string[] columns) =>
        migrationBuilder.CreateIndex($"__IX_Feedbacks_Public_{name}", "Feedbacks", columns, filter: IsPublic);
}
