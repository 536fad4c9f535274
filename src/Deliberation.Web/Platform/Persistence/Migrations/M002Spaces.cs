using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Deliberation.Web.Platform.Persistence.Migrations;

/// <summary>Spaces with their calendar, memberships, appointments, and the bodies that answer.</summary>
[DbContext(typeof(DeliberationDb))]
[Migration("002_Spaces")]
internal sealed class M002Spaces : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        CreateSpaces(migrationBuilder);
        CreateMemberships(migrationBuilder);
        migrationBuilder.CreateTable(
            "Bodies",
            table => new
            {
                Id = table.Column<Guid>(),
                Key = table.Column<string>(maxLength: 40),
                Name = table.Column<string>(maxLength: 200),
                IsFictional = table.Column<bool>(),
            },
            constraints: table => table.PrimaryKey("PK_Bodies", row => row.Id)
        );
        migrationBuilder.CreateIndex("IX_Bodies_Key", "Bodies", "Key", unique: true);
    }

    private static void CreateSpaces(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "Spaces",
            table => new
            {
                Id = table.Column<Guid>(),
                Slug = table.Column<string>(maxLength: 80),
                Kind = table.Column<int>(),
                Title = table.Column<string>(maxLength: 200),
                Summary = table.Column<string>(),
                Question = table.Column<string>(),
                CommissionedBy = table.Column<string>(),
                RunBy = table.Column<string>(),
                Seats = table.Column<int>(),
                Selection = table.Column<string>(),
                Source = table.Column<string>(nullable: true),
                OpenedAt = table.Column<DateTime>(),
                Revision = table.Column<int>(),
            },
            constraints: table => table.PrimaryKey("PK_Spaces", row => row.Id)
        );
        migrationBuilder.CreateIndex("IX_Spaces_Slug", "Spaces", "Slug", unique: true);
        migrationBuilder.CreateTable(
            "Phases",
            table => new
            {
                SpaceId = table.Column<Guid>(),
                Position = table.Column<int>(),
                Title = table.Column<string>(maxLength: 200),
                From = table.Column<DateOnly>(nullable: true),
                To = table.Column<DateOnly>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Phases", row => new { row.SpaceId, row.Position });
                table.ForeignKey(
                    "FK_Phases_Spaces_SpaceId",
                    row => row.SpaceId,
                    "Spaces",
                    "Id",
                    onDelete: ReferentialAction.Cascade
                );
            }
        );
    }

    private static void CreateMemberships(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "Memberships",
            table => new
            {
                Id = table.Column<Guid>(),
                SpaceId = table.Column<Guid>(),
                PersonId = table.Column<Guid>(),
                Role = table.Column<int>(),
                Name = table.Column<string>(maxLength: 60),
                IsPublic = table.Column<bool>(),
                JoinedAt = table.Column<DateTime>(),
                EndedAt = table.Column<DateTime>(nullable: true),
                Revision = table.Column<int>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Memberships", row => row.Id);
                table.ForeignKey(
                    "FK_Memberships_Spaces_SpaceId",
                    row => row.SpaceId,
                    "Spaces",
                    "Id",
                    onDelete: ReferentialAction.Restrict
                );
                table.ForeignKey(
                    "FK_Memberships_AspNetUsers_PersonId",
                    row => row.PersonId,
                    "AspNetUsers",
                    "Id",
                    onDelete: ReferentialAction.Restrict
                );
            }
        );
        migrationBuilder.CreateIndex(
            "IX_Memberships_SpaceId_PersonId",
            "Memberships",
            ["SpaceId", "PersonId"]
        );
        migrationBuilder.CreateIndex("IX_Memberships_PersonId", "Memberships", "PersonId");
        migrationBuilder.CreateTable(
            "Appointments",
            table => new
            {
                Id = table.Column<Guid>(),
                PersonId = table.Column<Guid>(),
                Role = table.Column<int>(),
                BodyId = table.Column<Guid>(nullable: true),
                AppointedAt = table.Column<DateTime>(),
                EndedAt = table.Column<DateTime>(nullable: true),
                Revision = table.Column<int>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Appointments", row => row.Id);
                table.ForeignKey(
                    "FK_Appointments_AspNetUsers_PersonId",
                    row => row.PersonId,
                    "AspNetUsers",
                    "Id",
                    onDelete: ReferentialAction.Restrict
                );
            }
        );
        migrationBuilder.CreateIndex("IX_Appointments_PersonId", "Appointments", "PersonId");
    }
}
