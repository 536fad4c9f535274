using Deliberation.Domain.Deliberate.Drafting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Deliberation.Web.Features.Deliberate.Drafting;

internal sealed class CommentMapping : IEntityTypeConfiguration<Comment>
{
    public void Configure(EntityTypeBuilder<Comment> builder)
    {
        builder.ToTable("Comments");
        builder.Property(comment => comment.Words).HasMaxLength(2_000);
        builder.HasIndex(comment => comment.DocumentId);
        builder.HasIndex(comment => new { comment.SpaceId, comment.ResolvedAt });
        builder
            .HasOne<Document>()
            .WithMany()
            .HasForeignKey(comment => comment.DocumentId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.ComplexProperty(
            comment => comment.Anchor,
            anchor =>
            {
                anchor.Property(value => value.Version).HasColumnName("AnchorVersion");
                anchor.Property(value => value.From).HasColumnName("AnchorFrom");
                anchor.Property(value => value.To).HasColumnName("AnchorTo");
                anchor.Ignore(value => value.IsGone);
            }
        );
        builder.OwnsMany(comment => comment.Replies, Replies);
        builder.OwnsMany(comment => comment.Mentions, Mentions);
    }

    private static void Replies(OwnedNavigationBuilder<Comment, Reply> reply)
    {
        reply.ToTable("CommentReplies");
        reply.WithOwner().HasForeignKey("CommentId");
        reply.HasKey("CommentId", nameof(Reply.Number));
        reply.Property(value => value.Number).ValueGeneratedNever();
        reply.Property(value => value.Words).HasMaxLength(2_000);
    }

    private static void Mentions(OwnedNavigationBuilder<Comment, Mention> mention)
    {
        mention.ToTable("CommentMentions");
        mention.WithOwner().HasForeignKey("CommentId");
        mention.HasKey("CommentId", nameof(Mention.PersonId));
        mention.Property(value => value.PersonId).ValueGeneratedNever();
        mention.HasIndex(value => value.PersonId);
    }
}
