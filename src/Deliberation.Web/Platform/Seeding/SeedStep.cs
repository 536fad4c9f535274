using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Deliberation.Web.Platform.Seeding;

/// <summary>One step of loading that was done, and the id it gave; a load that was cut short goes on after it.</summary>
internal sealed class SeedStep
{
    public required string Key { get; init; }

    public required Guid Result { get; init; }

    public required DateTimeOffset DoneAt { get; init; }
}

internal sealed class SeedStepMapping : IEntityTypeConfiguration<SeedStep>
{
    public void Configure(EntityTypeBuilder<SeedStep> builder)
    {
        builder.ToTable("SeedSteps");
        builder.HasKey(step => step.Key);
        builder.Property(step => step.Key).HasMaxLength(200);
    }
}
