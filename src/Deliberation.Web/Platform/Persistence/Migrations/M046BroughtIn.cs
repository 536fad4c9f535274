using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Deliberation.Web.Platform.Persistence.Migrations;

/// <summary>When an answer first given elsewhere was brought in here.</summary>
[DbContext(typeof(DeliberationDb))]
[Migration("046_BroughtIn")]
internal sealed class M046BroughtIn : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<DateTime>("BroughtInAt", "TreatmentUpdates", nullable: true);
}
