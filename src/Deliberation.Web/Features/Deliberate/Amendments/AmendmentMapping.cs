using Deliberation.Domain.Deliberate.Amendments;
using Deliberation.Domain.Deliberate.Drafting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Deliberation.Web.Features.Deliberate.Amendments;

internal sealed class AmendmentMapping : IEntityTypeConfiguration<Amendment>
{
    public void Configure(EntityTypeBuilder<Amendment> builder)
    {
        builder.ToTable("Amendments");
        builder.Property(amendment => amendment.Replaced).HasMaxLength(20_000);
        builder.Property(amendment => amendment.Proposed).HasMaxLength(20_000);
        builder.Property(amendment => amendment.Reasons).HasMaxLength(2_000);
        builder.Property(amendment => amendment.Answer).HasMaxLength(1_000);
        builder.HasIndex(amendment => amendment.DocumentId);
        builder.HasIndex(amendment => new { amendment.SpaceId, amendment.State });
        builder
            .HasOne<Document>()
            .WithMany()
            .HasForeignKey(amendment => amendment.DocumentId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.ComplexProperty(
            amendment => amendment.Anchor,
            anchor =>
            {
                anchor.Property(value => value.Version).HasColumnName("AnchorVersion");
                anchor.Property(value => value.From).HasColumnName("AnchorFrom");
                anchor.Property(value => value.To).HasColumnName("AnchorTo");
                anchor.Ignore(value => value.IsGone);
            }
        );
    }
}
