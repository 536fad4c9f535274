using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Deliberation.Web.Platform.Persistence.Migrations;

/// <summary>Of which editions, while they were assembled, the members were written to.</summary>
[DbContext(typeof(DeliberationDb))]
[Migration("072_ToldOfDissent")]
internal sealed class M072ToldOfDissent : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.CreateTable(
            "ToldOfDissent",
            table => new
            {
                OpinionId = table.Column<Guid>(),
                Edition = table.Column<int>(),
                At = table.Column<DateTime>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_ToldOfDissent", row => new { row.OpinionId, row.Edition });
                table.ForeignKey(
                    "FK_ToldOfDissent_Opinions_OpinionId",
                    row => row.OpinionId,
                    "Opinions",
                    "Id",
                    onDelete: ReferentialAction.Restrict
                );
            }
        );
}
