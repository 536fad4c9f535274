using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Deliberation.Web.Platform.Persistence.Migrations;

/// <summary>The table at which each person works.</summary>
[DbContext(typeof(DeliberationDb))]
[Migration("031_Tables")]
internal sealed class M031Tables : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<int>("Table", "Memberships", nullable: true);
}
