using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Deliberation.Web.Platform.Persistence.Migrations;

/// <summary>Ballots; apart from each other, the roll of who voted and the box of what was voted.</summary>
[DbContext(typeof(DeliberationDb))]
[Migration("004_Ballots")]
internal sealed class M004Ballots : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        CreateBallots(migrationBuilder);
        CreateRoll(migrationBuilder);
        CreateBox(migrationBuilder);
    }

    private static void CreateBallots(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "Ballots",
            table => new
            {
                Id = table.Column<Guid>(),
                SpaceId = table.Column<Guid>(),
                SpaceSlug = table.Column<string>(maxLength: 80),
                ProposalId = table.Column<Guid>(),
                DecisionRule = table.Column<int>(),
                Quorum = table.Column<int>(),
                State = table.Column<int>(),
                PreparedAt = table.Column<DateTime>(),
                OpenedAt = table.Column<DateTime>(nullable: true),
                ClosesAt = table.Column<DateTime>(nullable: true),
                EndedAt = table.Column<DateTime>(nullable: true),
                Title = table.Column<string>(maxLength: 200, nullable: true),
                Body = table.Column<string>(nullable: true),
                Rationale = table.Column<string>(nullable: true),
                BodyHtml = table.Column<string>(nullable: true),
                RationaleHtml = table.Column<string>(nullable: true),
                Version = table.Column<int>(nullable: true),
                Electors = table.Column<int>(),
                CountedElectors = table.Column<int>(nullable: true),
                Required = table.Column<int>(nullable: true),
                For = table.Column<int>(nullable: true),
                Against = table.Column<int>(nullable: true),
                Abstained = table.Column<int>(nullable: true),
                Outcome = table.Column<int>(nullable: true),
                CancellationReason = table.Column<string>(maxLength: 1_000, nullable: true),
                Revision = table.Column<int>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Ballots", row => row.Id);
                table.ForeignKey(
                    "FK_Ballots_Spaces_SpaceId",
                    row => row.SpaceId,
                    "Spaces",
                    "Id",
                    onDelete: ReferentialAction.Restrict
                );
                table.ForeignKey(
                    "FK_Ballots_Proposals_ProposalId",
                    row => row.ProposalId,
                    "Proposals",
                    "Id",
                    onDelete: ReferentialAction.Restrict
                );
            }
        );
        migrationBuilder.CreateIndex("IX_Ballots_ProposalId", "Ballots", "ProposalId");
        migrationBuilder.CreateIndex("IX_Ballots_SpaceId_PreparedAt", "Ballots", ["SpaceId", "PreparedAt"]);
        migrationBuilder.CreateIndex("IX_Ballots_State_ClosesAt", "Ballots", ["State", "ClosesAt"]);
    }

    private static void CreateRoll(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "BallotRoll",
            table => new
            {
                BallotId = table.Column<Guid>(),
                PersonId = table.Column<Guid>(),
                HasVoted = table.Column<bool>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_BallotRoll", row => new { row.BallotId, row.PersonId });
                table.ForeignKey(
                    "FK_BallotRoll_Ballots_BallotId",
                    row => row.BallotId,
                    "Ballots",
                    "Id",
                    onDelete: ReferentialAction.Restrict
                );
                table.ForeignKey(
                    "FK_BallotRoll_AspNetUsers_PersonId",
                    row => row.PersonId,
                    "AspNetUsers",
                    "Id",
                    onDelete: ReferentialAction.Restrict
                );
            }
        );
        migrationBuilder.CreateIndex("IX_BallotRoll_PersonId", "BallotRoll", "PersonId");
    }

    private static void CreateBox(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "BallotPapers",
            table => new
            {
                Id = table.Column<Guid>(),
                BallotId = table.Column<Guid>(),
                Content = table.Column<string>(maxLength: 400),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_BallotPapers", row => row.Id);
                table.ForeignKey(
                    "FK_BallotPapers_Ballots_BallotId",
                    row => row.BallotId,
                    "Ballots",
                    "Id",
                    onDelete: ReferentialAction.Restrict
                );
            }
        );
        migrationBuilder.CreateIndex("IX_BallotPapers_BallotId", "BallotPapers", "BallotId");
    }
}
