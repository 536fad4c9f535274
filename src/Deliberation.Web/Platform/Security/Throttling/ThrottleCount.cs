using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Deliberation.Web.Platform.Security.Throttling;

/// <summary>How many tries were made under one key in the window that is running.</summary>
internal sealed class ThrottleCount
{
    public required string Key { get; init; }

    public int Count { get; set; }

    /// <summary>Seconds since 1970: both databases compare them alike in hand-written SQL.</summary>
    public long EndsAt { get; set; }
}

internal sealed class ThrottleCountMapping : IEntityTypeConfiguration<ThrottleCount>
{
    public void Configure(EntityTypeBuilder<ThrottleCount> builder)
    {
        builder.ToTable("Throttles");
        builder.HasKey(row => row.Key);
        builder.Property(row => row.Key).HasMaxLength(64);
    }
}
