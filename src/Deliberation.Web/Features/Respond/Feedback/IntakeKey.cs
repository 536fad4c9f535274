using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>
/// What is remembered, for two days, of a sending that a program may repeat: enough to know it again and to answer the
/// same, too little to learn anything from. See docs/adr/0012-machine-doors.md.
/// </summary>
internal sealed record IntakeKey
{
    /// <summary>The partner's key and the name it gave to this sending, hashed under the door's key.</summary>
    public required string Id { get; init; }

    /// <summary>The document, hashed under the door's key: unkeyed, a masked number could be guessed back from it.</summary>
    public required string BodyHash { get; init; }

    /// <summary>Random, in hexadecimal; the follow code comes from it, and cannot any more once it is swept.</summary>
    public required string Salt { get; init; }

    /// <summary>The feedback it became.</summary>
    public string Number { get; init; } = "";

    public required DateTimeOffset KeptAt { get; init; }
}

internal sealed class IntakeKeyMapping : IEntityTypeConfiguration<IntakeKey>
{
    public void Configure(EntityTypeBuilder<IntakeKey> builder)
    {
        builder.ToTable("IntakeKeys");
        builder.Property(key => key.Id).HasMaxLength(64).ValueGeneratedNever();
        builder.Property(key => key.BodyHash).HasMaxLength(64);
        builder.Property(key => key.Salt).HasMaxLength(32);
        builder.Property(key => key.Number).HasMaxLength(20);
        builder.HasIndex(key => key.KeptAt);
    }
}
