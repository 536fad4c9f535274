using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Deliberation.Web.Platform.Persistence.Migrations;

/// <summary>Sessions on devices, ways in, invitations, letters waiting to leave, and counts of tries.</summary>
[DbContext(typeof(DeliberationDb))]
[Migration("009_Door")]
internal sealed class M009Door : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        CreateSessions(migrationBuilder);
        CreateWaysIn(migrationBuilder);
        CreateInvitations(migrationBuilder);
        CreateMailAndCounts(migrationBuilder);
        GiveEachPersonOnePlace(migrationBuilder);
    }

    private static void CreateSessions(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "DeviceSessions",
            table => new
            {
                Id = table.Column<Guid>(),
                KeyHash = table.Column<string>(maxLength: 64),
                PersonId = table.Column<Guid>(),
                Device = table.Column<string>(maxLength: 120),
                Means = table.Column<int>(),
                IsOwnDevice = table.Column<bool>(),
                OpenedAt = table.Column<DateTime>(),
                SeenAt = table.Column<DateTime>(),
                ExpiresAt = table.Column<DateTime>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_DeviceSessions", row => row.Id);
                table.ForeignKey(
                    "FK_DeviceSessions_AspNetUsers_PersonId",
                    row => row.PersonId,
                    "AspNetUsers",
                    "Id",
                    onDelete: ReferentialAction.Cascade
                );
            }
        );
        migrationBuilder.CreateIndex("IX_DeviceSessions_KeyHash", "DeviceSessions", "KeyHash", unique: true);
        migrationBuilder.CreateIndex("IX_DeviceSessions_PersonId", "DeviceSessions", "PersonId");
    }

    private static void CreateWaysIn(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "SignInRequests",
            table => new
            {
                Id = table.Column<Guid>(),
                PersonId = table.Column<Guid>(nullable: true),
                TokenHash = table.Column<string>(maxLength: 64),
                CodeHash = table.Column<string>(maxLength: 64),
                ReturnTo = table.Column<string>(maxLength: 500, nullable: true),
                RequestedAt = table.Column<DateTime>(),
                ExpiresAt = table.Column<DateTime>(),
                UsedAt = table.Column<DateTime>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_SignInRequests", row => row.Id);
                table.ForeignKey(
                    "FK_SignInRequests_AspNetUsers_PersonId",
                    row => row.PersonId,
                    "AspNetUsers",
                    "Id",
                    onDelete: ReferentialAction.Cascade
                );
            }
        );
        migrationBuilder.CreateIndex(
            "IX_SignInRequests_TokenHash",
            "SignInRequests",
            "TokenHash",
            unique: true
        );
        migrationBuilder.CreateIndex("IX_SignInRequests_ExpiresAt", "SignInRequests", "ExpiresAt");
        migrationBuilder.CreateIndex("IX_SignInRequests_PersonId", "SignInRequests", "PersonId");
        migrationBuilder.CreateTable(
            "AddressChanges",
            table => new
            {
                Id = table.Column<Guid>(),
                PersonId = table.Column<Guid>(),
                Address = table.Column<string>(maxLength: 256),
                TokenHash = table.Column<string>(maxLength: 64),
                ExpiresAt = table.Column<DateTime>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_AddressChanges", row => row.Id);
                table.ForeignKey(
                    "FK_AddressChanges_AspNetUsers_PersonId",
                    row => row.PersonId,
                    "AspNetUsers",
                    "Id",
                    onDelete: ReferentialAction.Cascade
                );
            }
        );
        migrationBuilder.CreateIndex(
            "IX_AddressChanges_TokenHash",
            "AddressChanges",
            "TokenHash",
            unique: true
        );
        migrationBuilder.CreateIndex("IX_AddressChanges_PersonId", "AddressChanges", "PersonId");
    }

    private static void CreateInvitations(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "Invitations",
            table => new
            {
                Id = table.Column<Guid>(),
                SpaceId = table.Column<Guid>(),
                Role = table.Column<int>(),
                InvitedBy = table.Column<Guid>(),
                Recipient = table.Column<string>(maxLength: 256, nullable: true),
                ReturningPersonId = table.Column<Guid>(nullable: true),
                InvitedAt = table.Column<DateTime>(),
                ExpiresAt = table.Column<DateTime>(),
                RevokedAt = table.Column<DateTime>(nullable: true),
                AcceptedAt = table.Column<DateTime>(nullable: true),
                Revision = table.Column<int>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Invitations", row => row.Id);
                table.ForeignKey(
                    "FK_Invitations_Spaces_SpaceId",
                    row => row.SpaceId,
                    "Spaces",
                    "Id",
                    onDelete: ReferentialAction.Restrict
                );
            }
        );
        migrationBuilder.CreateIndex("IX_Invitations_SpaceId", "Invitations", "SpaceId");
        migrationBuilder.CreateTable(
            "InvitationKeys",
            table => new
            {
                InvitationId = table.Column<Guid>(),
                Hash = table.Column<string>(maxLength: 64),
                SealedCode = table.Column<string>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_InvitationKeys", row => row.InvitationId);
                table.ForeignKey(
                    "FK_InvitationKeys_Invitations_InvitationId",
                    row => row.InvitationId,
                    "Invitations",
                    "Id",
                    onDelete: ReferentialAction.Cascade
                );
            }
        );
        migrationBuilder.CreateIndex("IX_InvitationKeys_Hash", "InvitationKeys", "Hash", unique: true);
    }

    private static void CreateMailAndCounts(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "OutgoingMails",
            table => new
            {
                Id = table.Column<Guid>(),
                Recipient = table.Column<string>(maxLength: 256, nullable: true),
                Subject = table.Column<string>(maxLength: 200),
                SealedText = table.Column<string>(),
                CreatedAt = table.Column<DateTime>(),
                Attempts = table.Column<int>(),
                NextAttemptAt = table.Column<DateTime>(nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_OutgoingMails", row => row.Id)
        );
        migrationBuilder.CreateIndex("IX_OutgoingMails_NextAttemptAt", "OutgoingMails", "NextAttemptAt");
        migrationBuilder.CreateTable(
            "Throttles",
            table => new
            {
                Key = table.Column<string>(maxLength: 64),
                Count = table.Column<int>(),
                EndsAt = table.Column<long>(),
            },
            constraints: table => table.PrimaryKey("PK_Throttles", row => row.Key)
        );
    }

    private static void GiveEachPersonOnePlace(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropIndex("IX_Memberships_SpaceId_PersonId", "Memberships");
        migrationBuilder.CreateIndex(
            "IX_Memberships_SpaceId_PersonId",
            "Memberships",
            ["SpaceId", "PersonId"],
            unique: true,
            filter: "\"EndedAt\" IS NULL"
        );
    }
}
