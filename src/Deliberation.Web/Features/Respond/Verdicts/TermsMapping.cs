using Deliberation.Domain.Assemble.Spaces;
using Deliberation.Domain.Respond.Verdicts;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Deliberation.Web.Features.Respond.Verdicts;

internal sealed class SpaceTermsMapping : IEntityTypeConfiguration<SpaceTerms>
{
    public void Configure(EntityTypeBuilder<SpaceTerms> builder)
    {
        builder.ToTable("SpaceTerms");
        builder.Property(terms => terms.Id).ValueGeneratedNever();
        builder.Property(terms => terms.Slug).HasMaxLength(80);
        builder.Ignore(terms => terms.Current);
        builder.HasOne<Space>().WithMany().HasForeignKey(terms => terms.Id).OnDelete(DeleteBehavior.Restrict);
        builder
            .HasMany(terms => terms.Changes)
            .WithOne()
            .HasForeignKey(change => change.SpaceId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class TermsChangeMapping : IEntityTypeConfiguration<TermsChange>
{
    public void Configure(EntityTypeBuilder<TermsChange> builder)
    {
        builder.ToTable("TermsChanges");
        builder.HasKey(change => new { change.SpaceId, change.Number });
        builder.Property(change => change.Number).ValueGeneratedNever();
        builder.Property(change => change.Reason).HasMaxLength(1_000);
        builder.Ignore(change => change.Terms);
        WrittenOnce.Keep(builder.Metadata);
    }
}
