using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Deliberation.Web.Platform.Persistence.Migrations;

/// <summary>Those who moderate and chose not to be written to when urgent feedback comes.</summary>
[DbContext(typeof(DeliberationDb))]
[Migration("066_UrgentSilences")]
internal sealed class M066UrgentSilences : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.CreateTable(
            "UrgentSilences",
            table => new
            {
                PersonId = table.Column<Guid>(),
                ChosenAt = table.Column<DateTime>(),
                Revision = table.Column<int>(),
            },
            constraints: table => table.PrimaryKey("PK_UrgentSilences", row => row.PersonId)
        );
}
