using Deliberation.Domain.Respond.Feedback.Meaning;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Deliberation.Web.Features.Respond.Feedback.Meaning;

internal sealed class ThemeThresholdMapping : IEntityTypeConfiguration<ThemeThreshold>
{
    public void Configure(EntityTypeBuilder<ThemeThreshold> builder)
    {
        builder.ToTable("ThemeThresholds");
        builder.HasKey(one => one.Theme);
        builder.Property(one => one.Theme).HasMaxLength(40).ValueGeneratedNever();
        builder.Ignore(one => one.Threshold);
        builder.OwnsMany(
            one => one.Steps,
            step =>
            {
                step.ToTable("ThresholdSteps");
                step.WithOwner().HasForeignKey("Theme");
                step.HasKey("Theme", nameof(ThresholdStep.Position));
                step.Property(value => value.Position).ValueGeneratedNever();
                step.Property(value => value.Because).HasMaxLength(500);
            }
        );
    }
}
