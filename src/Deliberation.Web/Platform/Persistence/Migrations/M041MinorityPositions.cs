using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Deliberation.Web.Platform.Persistence.Migrations;

/// <summary>What members who do not share a proposition write beside it, who signs, and how many a body must reply to.</summary>
[DbContext(typeof(DeliberationDb))]
[Migration("041_MinorityPositions")]
internal sealed class M041MinorityPositions : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        CreatePositions(migrationBuilder);
        CreateSignatures(migrationBuilder);
        migrationBuilder.AddColumn<int>("MinorityPositions", "Treatments", nullable: false, defaultValue: 0);
    }

    private static void CreatePositions(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "MinorityPositions",
            table => new
            {
                Id = table.Column<Guid>(),
                OpinionId = table.Column<Guid>(),
                ProposalId = table.Column<Guid>(),
                Text = table.Column<string>(maxLength: 3_000),
                WrittenAt = table.Column<DateTime>(),
                Number = table.Column<int>(),
                Edition = table.Column<int>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_MinorityPositions", row => row.Id);
                table.ForeignKey(
                    "FK_MinorityPositions_Opinions_OpinionId",
                    row => row.OpinionId,
                    "Opinions",
                    "Id",
                    onDelete: ReferentialAction.Cascade
                );
                table.ForeignKey(
                    "FK_MinorityPositions_Proposals_ProposalId",
                    row => row.ProposalId,
                    "Proposals",
                    "Id",
                    onDelete: ReferentialAction.Restrict
                );
            }
        );
        migrationBuilder.CreateIndex("IX_MinorityPositions_OpinionId", "MinorityPositions", "OpinionId");
        migrationBuilder.CreateIndex("IX_MinorityPositions_ProposalId", "MinorityPositions", "ProposalId");
    }

    private static void CreateSignatures(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "MinoritySignatures",
            table => new
            {
                PositionId = table.Column<Guid>(),
                PersonId = table.Column<Guid>(),
                SignedAt = table.Column<DateTime>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_MinoritySignatures", row => new { row.PositionId, row.PersonId });
                table.ForeignKey(
                    "FK_MinoritySignatures_MinorityPositions_PositionId",
                    row => row.PositionId,
                    "MinorityPositions",
                    "Id",
                    onDelete: ReferentialAction.Cascade
                );
                table.ForeignKey(
                    "FK_MinoritySignatures_AspNetUsers_PersonId",
                    row => row.PersonId,
                    "AspNetUsers",
                    "Id",
                    onDelete: ReferentialAction.Restrict
                );
            }
        );
        migrationBuilder.CreateIndex("IX_MinoritySignatures_PersonId", "MinoritySignatures", "PersonId");
    }
}
