using Deliberation.Domain.Assemble.Spaces;
using Deliberation.Domain.Deliberate.Drafting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Deliberation.Web.Features.Deliberate.Drafting;

internal sealed class DraftMapping : IEntityTypeConfiguration<Draft>
{
    public void Configure(EntityTypeBuilder<Draft> builder)
    {
        builder.ToTable("Drafts");
        builder.Property(draft => draft.Title).HasMaxLength(200);
        builder
            .HasOne<Space>()
            .WithMany()
            .HasForeignKey(draft => draft.SpaceId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SectionMapping : IEntityTypeConfiguration<Section>
{
    public void Configure(EntityTypeBuilder<Section> builder)
    {
        builder.ToTable("Sections");
        builder.Property(section => section.Title).HasMaxLength(200);
        builder.HasIndex(section => section.DocumentId).IsUnique();
        builder
            .HasOne<Draft>()
            .WithMany()
            .HasForeignKey(section => section.DraftId)
            .OnDelete(DeleteBehavior.Restrict);
        builder
            .HasOne<Document>()
            .WithMany()
            .HasForeignKey(section => section.DocumentId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
