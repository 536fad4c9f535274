using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Deliberation.Web.Platform.Persistence.Migrations;

/// <summary>What the staff identity provider asks back when one signs out of it too.</summary>
[DbContext(typeof(DeliberationDb))]
[Migration("030_StaffIdentity")]
internal sealed class M030StaffIdentity : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<string>("SealedIdentityToken", "DeviceSessions", nullable: true);
}
