using Deliberation.Domain.Assemble.Spaces;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Deliberation.Web.Features.Assemble.Spaces;

internal sealed class SpaceMapping : IEntityTypeConfiguration<Space>
{
    public void Configure(EntityTypeBuilder<Space> builder)
    {
        builder.ToTable("Spaces");
        builder.HasIndex(space => space.Slug).IsUnique();
        builder.Property(space => space.Slug).HasMaxLength(80);
        builder.Property(space => space.Title).HasMaxLength(200);
        builder.ComplexProperty(
            space => space.Mandate,
            mandate =>
            {
                mandate.Property(value => value.Question).HasColumnName("Question");
                mandate.Property(value => value.CommissionedBy).HasColumnName("CommissionedBy");
                mandate.Property(value => value.RunBy).HasColumnName("RunBy");
            }
        );
        builder.OwnsMany(
            space => space.Phases,
            phase =>
            {
                phase.ToTable("Phases");
                phase.WithOwner().HasForeignKey("SpaceId");
                phase.HasKey("SpaceId", nameof(Phase.Position));
                phase.Property(value => value.Position).ValueGeneratedNever();
                phase.Property(value => value.Title).HasMaxLength(200);
            }
        );
    }
}
