using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations.Builders;

namespace Deliberation.Web.Platform.Persistence.Migrations;

/// <summary>Drafts, sections, proposals, and live texts with every change made to them.</summary>
[DbContext(typeof(DeliberationDb))]
[Migration("003_Drafting")]
internal sealed class M003Drafting : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        CreateDocuments(migrationBuilder);
        CreateDrafts(migrationBuilder);
        CreateProposals(migrationBuilder);
    }

    private static void CreateDocuments(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "Documents",
            table => new
            {
                Id = table.Column<Guid>(),
                SpaceId = table.Column<Guid>(),
                CreatedAt = table.Column<DateTime>(),
                FrozenReason = table.Column<string>(maxLength: 200, nullable: true),
                FrozenVersion = table.Column<int>(nullable: true),
                Revision = table.Column<int>(),
            },
            constraints: table => table.PrimaryKey("PK_Documents", row => row.Id)
        );
        migrationBuilder.CreateIndex("IX_Documents_SpaceId", "Documents", "SpaceId");
        migrationBuilder.CreateTable(
            "Changes",
            table => new
            {
                DocumentId = table.Column<Guid>(),
                Version = table.Column<int>(),
                AuthorId = table.Column<Guid>(),
                ClientId = table.Column<string>(maxLength: 40),
                Sequence = table.Column<int>(),
                Content = table.Column<string>(),
                At = table.Column<DateTime>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Changes", row => new { row.DocumentId, row.Version });
                BelongsTo(table, "FK_Changes_Documents_DocumentId", "Documents", row => row.DocumentId);
            }
        );
        migrationBuilder.CreateIndex(
            "IX_Changes_DocumentId_ClientId_Sequence",
            "Changes",
            ["DocumentId", "ClientId", "Sequence"],
            unique: true
        );
        migrationBuilder.CreateTable(
            "Snapshots",
            table => new
            {
                DocumentId = table.Column<Guid>(),
                Version = table.Column<int>(),
                Text = table.Column<string>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Snapshots", row => new { row.DocumentId, row.Version });
                BelongsTo(table, "FK_Snapshots_Documents_DocumentId", "Documents", row => row.DocumentId);
            }
        );
    }

    private static void CreateDrafts(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "Drafts",
            table => new
            {
                Id = table.Column<Guid>(),
                SpaceId = table.Column<Guid>(),
                Title = table.Column<string>(maxLength: 200),
                StartedAt = table.Column<DateTime>(),
                Revision = table.Column<int>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Drafts", row => row.Id);
                BelongsTo(table, "FK_Drafts_Spaces_SpaceId", "Spaces", row => row.SpaceId);
            }
        );
        migrationBuilder.CreateIndex("IX_Drafts_SpaceId", "Drafts", "SpaceId");
        migrationBuilder.CreateTable(
            "Sections",
            table => new
            {
                Id = table.Column<Guid>(),
                DraftId = table.Column<Guid>(),
                SpaceId = table.Column<Guid>(),
                DocumentId = table.Column<Guid>(),
                Title = table.Column<string>(maxLength: 200),
                Position = table.Column<int>(),
                Revision = table.Column<int>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Sections", row => row.Id);
                BelongsTo(table, "FK_Sections_Drafts_DraftId", "Drafts", row => row.DraftId);
                BelongsTo(table, "FK_Sections_Documents_DocumentId", "Documents", row => row.DocumentId);
            }
        );
        migrationBuilder.CreateIndex("IX_Sections_DraftId", "Sections", "DraftId");
        migrationBuilder.CreateIndex("IX_Sections_DocumentId", "Sections", "DocumentId", unique: true);
    }

    private static void CreateProposals(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "Proposals",
            table => new
            {
                Id = table.Column<Guid>(),
                SpaceId = table.Column<Guid>(),
                DraftId = table.Column<Guid>(),
                SectionId = table.Column<Guid>(nullable: true),
                DocumentId = table.Column<Guid>(),
                Position = table.Column<int>(),
                Title = table.Column<string>(maxLength: 200),
                Rationale = table.Column<string>(),
                Theme = table.Column<string>(maxLength: 100),
                State = table.Column<int>(),
                WithdrawalReason = table.Column<string>(nullable: true),
                MergedInto = table.Column<Guid>(nullable: true),
                Minutes = table.Column<string>(nullable: true),
                StartedBy = table.Column<Guid>(),
                StartedAt = table.Column<DateTime>(),
                Revision = table.Column<int>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Proposals", row => row.Id);
                BelongsTo(table, "FK_Proposals_Drafts_DraftId", "Drafts", row => row.DraftId);
                BelongsTo(table, "FK_Proposals_Documents_DocumentId", "Documents", row => row.DocumentId);
            }
        );
        migrationBuilder.CreateIndex("IX_Proposals_DraftId", "Proposals", "DraftId");
        migrationBuilder.CreateIndex("IX_Proposals_SpaceId", "Proposals", "SpaceId");
        migrationBuilder.CreateIndex("IX_Proposals_DocumentId", "Proposals", "DocumentId", unique: true);
        migrationBuilder.CreateTable(
            "ProposalOrigins",
            table => new { ProposalId = table.Column<Guid>(), ContributionId = table.Column<Guid>() },
            constraints: table =>
            {
                table.PrimaryKey("PK_ProposalOrigins", row => new { row.ProposalId, row.ContributionId });
                table.ForeignKey(
                    "FK_ProposalOrigins_Proposals_ProposalId",
                    row => row.ProposalId,
                    "Proposals",
                    "Id",
                    onDelete: ReferentialAction.Cascade
                );
            }
        );
        migrationBuilder.CreateIndex(
            "IX_ProposalOrigins_ContributionId",
            "ProposalOrigins",
            "ContributionId"
        );
    }

    private static void BelongsTo<TColumns>(
        CreateTableBuilder<TColumns> table,
        string name,
        string parent,
        Expression<Func<TColumns, object>> column
    ) => table.ForeignKey(name, column, parent, "Id", onDelete: ReferentialAction.Restrict);
}
