using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Deliberation.Web.Platform.Persistence.Migrations;

/// <summary>Keys of partners' programs, which feedback each brought, and the repetitions they are known by for a while.</summary>
[DbContext(typeof(DeliberationDb))]
[Migration("047_Intake")]
internal sealed class M047Intake : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "PartnerKeys",
            table => new
            {
                Id = table.Column<Guid>(),
                Partner = table.Column<string>(maxLength: 80),
                Scope = table.Column<string>(maxLength: 40),
                Hash = table.Column<string>(maxLength: 64),
                Beginning = table.Column<string>(maxLength: 12),
                MadeAt = table.Column<DateTime>(),
                MadeBy = table.Column<Guid>(),
                RevokedAt = table.Column<DateTime>(nullable: true),
                RevokedBy = table.Column<Guid>(nullable: true),
                LastUsedOn = table.Column<DateOnly>(nullable: true),
                Revision = table.Column<int>(),
            },
            constraints: table => table.PrimaryKey("PK_PartnerKeys", row => row.Id)
        );
        migrationBuilder.CreateIndex("IX_PartnerKeys_Hash", "PartnerKeys", "Hash", unique: true);
        migrationBuilder.AddColumn<Guid>("BroughtBy", "Feedbacks", nullable: true);
        migrationBuilder.CreateTable(
            "IntakeKeys",
            table => new
            {
                Id = table.Column<string>(maxLength: 64),
                BodyHash = table.Column<string>(maxLength: 64),
                Salt = table.Column<string>(maxLength: 32),
                Number = table.Column<string>(maxLength: 20),
                KeptAt = table.Column<DateTime>(),
            },
            constraints: table => table.PrimaryKey("PK_IntakeKeys", row => row.Id)
        );
        migrationBuilder.CreateIndex("IX_IntakeKeys_KeptAt", "IntakeKeys", "KeptAt");
    }
}
