using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Deliberation.Web.Platform.Persistence.Migrations;

/// <summary>When a corrected edition left a proposition out of its opinion.</summary>
[DbContext(typeof(DeliberationDb))]
[Migration("070_Withdrawn")]
internal sealed class M070Withdrawn : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<DateTime>("WithdrawnAt", "Treatments", nullable: true);
        migrationBuilder.CreateIndex("IX_Treatments_WithdrawnAt", "Treatments", "WithdrawnAt");
    }
}
