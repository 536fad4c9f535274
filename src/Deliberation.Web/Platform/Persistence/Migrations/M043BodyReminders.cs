using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Deliberation.Web.Platform.Persistence.Migrations;

/// <summary>The last day on which each body was reminded of the answers it owes.</summary>
[DbContext(typeof(DeliberationDb))]
[Migration("043_BodyReminders")]
internal sealed class M043BodyReminders : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.CreateTable(
            "BodyReminders",
            table => new
            {
                Id = table.Column<Guid>(),
                LastOn = table.Column<DateOnly>(),
                Revision = table.Column<int>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_BodyReminders", row => row.Id);
                table.ForeignKey(
                    "FK_BodyReminders_Bodies_Id",
                    row => row.Id,
                    "Bodies",
                    "Id",
                    onDelete: ReferentialAction.Restrict
                );
            }
        );
}
