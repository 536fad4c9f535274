using Deliberation.Domain.Assemble.Spaces;
using Deliberation.Domain.Deliberate.Contributions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Deliberation.Web.Features.Deliberate.Contributions;

internal sealed class ContributionMapping : IEntityTypeConfiguration<Contribution>
{
    public void Configure(EntityTypeBuilder<Contribution> builder)
    {
        builder.ToTable("Contributions");
        builder.Property(contribution => contribution.Text).HasMaxLength(10_000);
        builder.Property(contribution => contribution.Figure).HasMaxLength(40);
        builder.Property(contribution => contribution.Theme).HasMaxLength(40);
        builder.ComplexProperty(
            contribution => contribution.Provenance,
            provenance =>
            {
                provenance.Property(value => value.Label).HasColumnName("Label").HasMaxLength(120);
                provenance.Property(value => value.Source).HasColumnName("Source");
                provenance.Property(value => value.Method).HasColumnName("Method");
            }
        );
        builder.HasIndex(contribution => new { contribution.SpaceId, contribution.MadeAt });
        builder
            .HasOne<Space>()
            .WithMany()
            .HasForeignKey(contribution => contribution.SpaceId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ThemeMapping : IEntityTypeConfiguration<Theme>
{
    public void Configure(EntityTypeBuilder<Theme> builder)
    {
        builder.ToTable("Themes");
        builder.HasKey(theme => theme.Key);
        builder.Property(theme => theme.Key).HasMaxLength(40);
        builder.Property(theme => theme.French).HasMaxLength(120);
        builder.Property(theme => theme.English).HasMaxLength(120);
    }
}
