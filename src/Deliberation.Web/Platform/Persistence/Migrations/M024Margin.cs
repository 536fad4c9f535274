using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations.Builders;

namespace Deliberation.Web.Platform.Persistence.Migrations;

/// <summary>What stands in the margin of a text: comments with their discussions, and amendments.</summary>
[DbContext(typeof(DeliberationDb))]
[Migration("024_Margin")]
internal sealed class M024Margin : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        CreateComments(migrationBuilder);
        CreateReplies(migrationBuilder);
        CreateAmendments(migrationBuilder);
    }

    private static void CreateComments(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "Comments",
            table => new
            {
                Id = table.Column<Guid>(),
                SpaceId = table.Column<Guid>(),
                DocumentId = table.Column<Guid>(),
                AnchorVersion = table.Column<int>(nullable: true),
                AnchorFrom = table.Column<int>(nullable: true),
                AnchorTo = table.Column<int>(nullable: true),
                Quote = table.Column<string>(),
                Words = table.Column<string>(maxLength: 2_000),
                WrittenBy = table.Column<Guid>(),
                WrittenAt = table.Column<DateTime>(),
                ResolvedAt = table.Column<DateTime>(nullable: true),
                ResolvedBy = table.Column<Guid>(nullable: true),
                Revision = table.Column<int>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Comments", row => row.Id);
                BelongsTo(table, "FK_Comments_Documents_DocumentId", "Documents", row => row.DocumentId);
            }
        );
        migrationBuilder.CreateIndex("IX_Comments_DocumentId", "Comments", "DocumentId");
        migrationBuilder.CreateIndex("IX_Comments_SpaceId_ResolvedAt", "Comments", ["SpaceId", "ResolvedAt"]);
    }

    private static void CreateReplies(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "CommentReplies",
            table => new
            {
                CommentId = table.Column<Guid>(),
                Number = table.Column<int>(),
                By = table.Column<Guid>(),
                Words = table.Column<string>(maxLength: 2_000),
                At = table.Column<DateTime>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_CommentReplies", row => new { row.CommentId, row.Number });
                BelongsTo(
                    table,
                    "FK_CommentReplies_Comments_CommentId",
                    "Comments",
                    row => row.CommentId,
                    ReferentialAction.Cascade
                );
            }
        );
        migrationBuilder.CreateTable(
            "CommentMentions",
            table => new { CommentId = table.Column<Guid>(), PersonId = table.Column<Guid>() },
            constraints: table =>
            {
                table.PrimaryKey("PK_CommentMentions", row => new { row.CommentId, row.PersonId });
                BelongsTo(
                    table,
                    "FK_CommentMentions_Comments_CommentId",
                    "Comments",
                    row => row.CommentId,
                    ReferentialAction.Cascade
                );
            }
        );
        migrationBuilder.CreateIndex("IX_CommentMentions_PersonId", "CommentMentions", "PersonId");
    }

    private static void CreateAmendments(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "Amendments",
            table => new
            {
                Id = table.Column<Guid>(),
                SpaceId = table.Column<Guid>(),
                DocumentId = table.Column<Guid>(),
                AnchorVersion = table.Column<int>(),
                AnchorFrom = table.Column<int>(),
                AnchorTo = table.Column<int>(),
                Replaced = table.Column<string>(maxLength: 20_000),
                Proposed = table.Column<string>(maxLength: 20_000),
                Reasons = table.Column<string>(maxLength: 2_000),
                State = table.Column<int>(),
                ProposedBy = table.Column<Guid>(),
                ProposedAt = table.Column<DateTime>(),
                DecidedBy = table.Column<Guid>(nullable: true),
                DecidedAt = table.Column<DateTime>(nullable: true),
                Answer = table.Column<string>(maxLength: 1_000, nullable: true),
                Revision = table.Column<int>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Amendments", row => row.Id);
                BelongsTo(table, "FK_Amendments_Documents_DocumentId", "Documents", row => row.DocumentId);
            }
        );
        migrationBuilder.CreateIndex("IX_Amendments_DocumentId", "Amendments", "DocumentId");
        migrationBuilder.CreateIndex("IX_Amendments_SpaceId_State", "Amendments", ["SpaceId", "State"]);
    }

    private static void BelongsTo<TRow>(
        CreateTableBuilder<TRow> table,
        string name,
        string owners,
        Expression<Func<TRow, object>> by,
        ReferentialAction onDelete = ReferentialAction.Restrict
    ) => table.ForeignKey(name, by, owners, "Id", onDelete: onDelete);
}
