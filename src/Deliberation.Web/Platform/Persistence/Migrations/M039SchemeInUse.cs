using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Deliberation.Web.Platform.Persistence.Migrations;

/// <summary>A scale of statuses may be chosen until an answer uses it.</summary>
[DbContext(typeof(DeliberationDb))]
[Migration("039_SchemeInUse")]
internal sealed class M039SchemeInUse : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<bool>("IsSchemeInUse", "OpinionTrackers", defaultValue: false);
        migrationBuilder.Sql(
            """
            UPDATE "OpinionTrackers" SET "IsSchemeInUse" = (1 = 1)
            WHERE EXISTS (
                SELECT 1 FROM "Treatments"
                WHERE "OpinionId" = "OpinionTrackers"."Id" AND "AnswerCount" > 0
            )
            """
        );
    }
}
