using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Deliberation.Web.Platform.Persistence.Migrations;

/// <summary>Sessions with their agenda, contributions, and the themes everything is filed under.</summary>
[DbContext(typeof(DeliberationDb))]
[Migration("010_Contributions")]
internal sealed class M010Contributions : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        CreateSessions(migrationBuilder);
        CreateContributions(migrationBuilder);
        migrationBuilder.CreateTable(
            "Themes",
            table => new
            {
                Key = table.Column<string>(maxLength: 40),
                French = table.Column<string>(maxLength: 120),
                English = table.Column<string>(maxLength: 120),
            },
            constraints: table => table.PrimaryKey("PK_Themes", row => row.Key)
        );
    }

    private static void CreateSessions(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "Sessions",
            table => new
            {
                Id = table.Column<Guid>(),
                SpaceId = table.Column<Guid>(),
                Title = table.Column<string>(maxLength: 200),
                From = table.Column<DateOnly>(),
                To = table.Column<DateOnly>(),
                Place = table.Column<string>(maxLength: 200, nullable: true),
                Revision = table.Column<int>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Sessions", row => row.Id);
                table.ForeignKey(
                    "FK_Sessions_Spaces_SpaceId",
                    row => row.SpaceId,
                    "Spaces",
                    "Id",
                    onDelete: ReferentialAction.Restrict
                );
            }
        );
        migrationBuilder.CreateIndex("IX_Sessions_SpaceId", "Sessions", "SpaceId");
        migrationBuilder.CreateTable(
            "AgendaItems",
            table => new
            {
                SessionId = table.Column<Guid>(),
                Position = table.Column<int>(),
                Title = table.Column<string>(maxLength: 200),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_AgendaItems", row => new { row.SessionId, row.Position });
                table.ForeignKey(
                    "FK_AgendaItems_Sessions_SessionId",
                    row => row.SessionId,
                    "Sessions",
                    "Id",
                    onDelete: ReferentialAction.Cascade
                );
            }
        );
    }

    private static void CreateContributions(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "Contributions",
            table => new
            {
                Id = table.Column<Guid>(),
                SpaceId = table.Column<Guid>(),
                Kind = table.Column<int>(),
                Text = table.Column<string>(maxLength: 10_000),
                Figure = table.Column<string>(maxLength: 40, nullable: true),
                Label = table.Column<string>(maxLength: 120),
                Source = table.Column<string>(nullable: true),
                Method = table.Column<string>(nullable: true),
                Theme = table.Column<string>(maxLength: 40, nullable: true),
                IsPublic = table.Column<bool>(),
                EnteredBy = table.Column<Guid>(),
                MadeAt = table.Column<DateTime>(),
                Revision = table.Column<int>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Contributions", row => row.Id);
                table.ForeignKey(
                    "FK_Contributions_Spaces_SpaceId",
                    row => row.SpaceId,
                    "Spaces",
                    "Id",
                    onDelete: ReferentialAction.Restrict
                );
            }
        );
        migrationBuilder.CreateIndex(
            "IX_Contributions_SpaceId_MadeAt",
            "Contributions",
            ["SpaceId", "MadeAt"]
        );
    }
}
