using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Deliberation.Web.Platform.Persistence.Migrations;

/// <summary>People who sign in, their passkeys, and the events still to be told.</summary>
[DbContext(typeof(DeliberationDb))]
[Migration("001_People")]
internal sealed class M001People : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "PendingEvents",
            table => new
            {
                Id = table.Column<Guid>(),
                Type = table.Column<string>(maxLength: 200),
                Content = table.Column<string>(),
                RecordedAt = table.Column<DateTime>(),
            },
            constraints: table => table.PrimaryKey("PK_PendingEvents", row => row.Id)
        );
        CreatePeople(migrationBuilder);
        CreateIdentity(migrationBuilder);
    }

    private static void CreatePeople(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "AspNetUsers",
            table => new
            {
                Id = table.Column<Guid>(),
                Name = table.Column<string>(maxLength: 60),
                Language = table.Column<string>(maxLength: 2),
                CreatedAt = table.Column<DateTime>(),
                IsFictional = table.Column<bool>(),
                UserName = table.Column<string>(maxLength: 256, nullable: true),
                NormalizedUserName = table.Column<string>(maxLength: 256, nullable: true),
                Email = table.Column<string>(maxLength: 256, nullable: true),
                NormalizedEmail = table.Column<string>(maxLength: 256, nullable: true),
                EmailConfirmed = table.Column<bool>(),
                PasswordHash = table.Column<string>(nullable: true),
                SecurityStamp = table.Column<string>(nullable: true),
                ConcurrencyStamp = table.Column<string>(nullable: true),
                PhoneNumber = table.Column<string>(maxLength: 256, nullable: true),
                PhoneNumberConfirmed = table.Column<bool>(),
                TwoFactorEnabled = table.Column<bool>(),
                LockoutEnd = table.Column<DateTime>(nullable: true),
                LockoutEnabled = table.Column<bool>(),
                AccessFailedCount = table.Column<int>(),
            },
            constraints: table => table.PrimaryKey("PK_AspNetUsers", row => row.Id)
        );
        migrationBuilder.CreateIndex("EmailIndex", "AspNetUsers", "NormalizedEmail");
        migrationBuilder.CreateIndex("UserNameIndex", "AspNetUsers", "NormalizedUserName", unique: true);
    }

    private static void CreateIdentity(MigrationBuilder migrationBuilder)
    {
        // The one column whose type the two databases do not share by themselves.
        var json = migrationBuilder.IsNpgsql() ? "jsonb" : null;
        migrationBuilder.CreateTable(
            "AspNetUserClaims",
            table => new
            {
                Id = table
                    .Column<int>()
                    .Annotation("Sqlite:Autoincrement", true)
                    .Annotation(
                        "Npgsql:ValueGenerationStrategy",
                        Npgsql
                            .EntityFrameworkCore
                            .PostgreSQL
                            .Metadata
                            .NpgsqlValueGenerationStrategy
                            .IdentityByDefaultColumn
                    ),
                UserId = table.Column<Guid>(),
                ClaimType = table.Column<string>(nullable: true),
                ClaimValue = table.Column<string>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_AspNetUserClaims", row => row.Id);
                table.ForeignKey(
                    "FK_AspNetUserClaims_AspNetUsers_UserId",
                    row => row.UserId,
                    "AspNetUsers",
                    "Id",
                    onDelete: ReferentialAction.Cascade
                );
            }
        );
        migrationBuilder.CreateIndex("IX_AspNetUserClaims_UserId", "AspNetUserClaims", "UserId");
        migrationBuilder.CreateTable(
            "AspNetUserLogins",
            table => new
            {
                LoginProvider = table.Column<string>(maxLength: 128),
                ProviderKey = table.Column<string>(maxLength: 128),
                ProviderDisplayName = table.Column<string>(nullable: true),
                UserId = table.Column<Guid>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_AspNetUserLogins", row => new { row.LoginProvider, row.ProviderKey });
                table.ForeignKey(
                    "FK_AspNetUserLogins_AspNetUsers_UserId",
                    row => row.UserId,
                    "AspNetUsers",
                    "Id",
                    onDelete: ReferentialAction.Cascade
                );
            }
        );
        migrationBuilder.CreateIndex("IX_AspNetUserLogins_UserId", "AspNetUserLogins", "UserId");
        migrationBuilder.CreateTable(
            "AspNetUserTokens",
            table => new
            {
                UserId = table.Column<Guid>(),
                LoginProvider = table.Column<string>(maxLength: 128),
                Name = table.Column<string>(maxLength: 128),
                Value = table.Column<string>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey(
                    "PK_AspNetUserTokens",
                    row => new
                    {
                        row.UserId,
                        row.LoginProvider,
                        row.Name,
                    }
                );
                table.ForeignKey(
                    "FK_AspNetUserTokens_AspNetUsers_UserId",
                    row => row.UserId,
                    "AspNetUsers",
                    "Id",
                    onDelete: ReferentialAction.Cascade
                );
            }
        );
        migrationBuilder.CreateTable(
            "AspNetUserPasskeys",
            table => new
            {
                CredentialId = table.Column<byte[]>(maxLength: 1024),
                UserId = table.Column<Guid>(),
                Data = table.Column<string>(type: json),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_AspNetUserPasskeys", row => row.CredentialId);
                table.ForeignKey(
                    "FK_AspNetUserPasskeys_AspNetUsers_UserId",
                    row => row.UserId,
                    "AspNetUsers",
                    "Id",
                    onDelete: ReferentialAction.Cascade
                );
            }
        );
        migrationBuilder.CreateIndex("IX_AspNetUserPasskeys_UserId", "AspNetUserPasskeys", "UserId");
    }
}
