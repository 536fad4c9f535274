using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Deliberation.Web.Platform.Persistence.Migrations;

/// <summary>Opinions, their editions with sections and propositions, and their texts as HTML.</summary>
[DbContext(typeof(DeliberationDb))]
[Migration("005_Opinions")]
internal sealed class M005Opinions : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        CreateOpinions(migrationBuilder);
        CreateEditions(migrationBuilder);
        CreateSections(migrationBuilder);
        CreatePropositions(migrationBuilder);
        CreateRenderedTexts(migrationBuilder);
    }

    private static void CreateOpinions(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "Opinions",
            table => new
            {
                Id = table.Column<Guid>(),
                SpaceId = table.Column<Guid>(),
                SpaceSlug = table.Column<string>(maxLength: 80),
                DraftId = table.Column<Guid>(),
                Slug = table.Column<string>(maxLength: 80),
                Reference = table.Column<string>(maxLength: 12),
                Title = table.Column<string>(maxLength: 200),
                Language = table.Column<string>(maxLength: 2),
                CurrentEdition = table.Column<int>(),
                FirstPublishedAt = table.Column<DateTime>(nullable: true),
                Assemblies = table.Column<int>(),
                ChangedAt = table.Column<DateTime>(),
                Revision = table.Column<int>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Opinions", row => row.Id);
                table.ForeignKey(
                    "FK_Opinions_Spaces_SpaceId",
                    row => row.SpaceId,
                    "Spaces",
                    "Id",
                    onDelete: ReferentialAction.Restrict
                );
                table.ForeignKey(
                    "FK_Opinions_Drafts_DraftId",
                    row => row.DraftId,
                    "Drafts",
                    "Id",
                    onDelete: ReferentialAction.Restrict
                );
            }
        );
        migrationBuilder.CreateIndex("IX_Opinions_SpaceId", "Opinions", "SpaceId");
        migrationBuilder.CreateIndex("IX_Opinions_DraftId", "Opinions", "DraftId");
        migrationBuilder.CreateIndex("IX_Opinions_Slug", "Opinions", "Slug", unique: true);
        migrationBuilder.CreateIndex("IX_Opinions_Reference", "Opinions", "Reference", unique: true);
    }

    private static void CreateEditions(MigrationBuilder migrationBuilder) =>
        migrationBuilder.CreateTable(
            "Editions",
            table => new
            {
                OpinionId = table.Column<Guid>(),
                Number = table.Column<int>(),
                State = table.Column<int>(),
                AssembledAt = table.Column<DateTime>(),
                Assembly = table.Column<int>(),
                PublishedAt = table.Column<DateTime>(nullable: true),
                Title = table.Column<string>(maxLength: 200),
                Preamble = table.Column<string>(),
                Introduction = table.Column<string>(),
                Conclusion = table.Column<string>(),
                AdoptionNote = table.Column<string>(),
                SourceNote = table.Column<string>(),
                CorrectionNote = table.Column<string>(),
                Text = table.Column<string>(),
                Sha256 = table.Column<string>(maxLength: 64),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Editions", row => new { row.OpinionId, row.Number });
                table.ForeignKey(
                    "FK_Editions_Opinions_OpinionId",
                    row => row.OpinionId,
                    "Opinions",
                    "Id",
                    onDelete: ReferentialAction.Cascade
                );
            }
        );

    private static void CreateSections(MigrationBuilder migrationBuilder) =>
        migrationBuilder.CreateTable(
            "EditionSections",
            table => new
            {
                OpinionId = table.Column<Guid>(),
                EditionNumber = table.Column<int>(),
                Position = table.Column<int>(),
                Title = table.Column<string>(maxLength: 200),
                Prose = table.Column<string>(),
            },
            constraints: table =>
            {
                table.PrimaryKey(
                    "PK_EditionSections",
                    row => new
                    {
                        row.OpinionId,
                        row.EditionNumber,
                        row.Position,
                    }
                );
                table.ForeignKey(
                    "FK_EditionSections_Editions_OpinionId_EditionNumber",
                    row => new { row.OpinionId, row.EditionNumber },
                    "Editions",
                    principalColumns: ["OpinionId", "Number"],
                    onDelete: ReferentialAction.Cascade
                );
            }
        );

    private static void CreatePropositions(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "Propositions",
            table => new
            {
                OpinionId = table.Column<Guid>(),
                EditionNumber = table.Column<int>(),
                Number = table.Column<int>(),
                SectionPosition = table.Column<int>(),
                Position = table.Column<int>(),
                Title = table.Column<string>(maxLength: 200),
                Body = table.Column<string>(),
                Rationale = table.Column<string>(),
                Theme = table.Column<string>(maxLength: 100),
                ProposalId = table.Column<Guid>(),
                Version = table.Column<int>(),
                BallotId = table.Column<Guid>(nullable: true),
                DecisionRule = table.Column<int>(nullable: true),
                Electors = table.Column<int>(),
                For = table.Column<int>(),
                Against = table.Column<int>(),
                Abstained = table.Column<int>(),
                Minutes = table.Column<string>(maxLength: 500, nullable: true),
                DecidedAt = table.Column<DateTime>(nullable: true),
            },
            constraints: table =>
            {
                table.PrimaryKey(
                    "PK_Propositions",
                    row => new
                    {
                        row.OpinionId,
                        row.EditionNumber,
                        row.Number,
                    }
                );
                table.ForeignKey(
                    "FK_Propositions_Editions_OpinionId_EditionNumber",
                    row => new { row.OpinionId, row.EditionNumber },
                    "Editions",
                    principalColumns: ["OpinionId", "Number"],
                    onDelete: ReferentialAction.Cascade
                );
            }
        );
        migrationBuilder.CreateIndex("IX_Propositions_ProposalId", "Propositions", "ProposalId");
    }

    private static void CreateRenderedTexts(MigrationBuilder migrationBuilder) =>
        migrationBuilder.CreateTable(
            "RenderedTexts",
            table => new
            {
                OpinionId = table.Column<Guid>(),
                EditionNumber = table.Column<int>(),
                Place = table.Column<string>(maxLength: 40),
                Html = table.Column<string>(),
            },
            constraints: table =>
            {
                table.PrimaryKey(
                    "PK_RenderedTexts",
                    row => new
                    {
                        row.OpinionId,
                        row.EditionNumber,
                        row.Place,
                    }
                );
                table.ForeignKey(
                    "FK_RenderedTexts_Editions_OpinionId_EditionNumber",
                    row => new { row.OpinionId, row.EditionNumber },
                    "Editions",
                    principalColumns: ["OpinionId", "Number"],
                    onDelete: ReferentialAction.Restrict
                );
            }
        );
}
