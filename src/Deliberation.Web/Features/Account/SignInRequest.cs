using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Deliberation.Web.Features.Account;

/// <summary>Someone asked to come in: a link and a code, either of which opens the door once, for twenty minutes.</summary>
internal sealed class SignInRequest
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(20);

    public required Guid Id { get; init; }

    /// <summary>Null when nobody has the address that was typed; nothing else differs.</summary>
    public required Guid? PersonId { get; init; }

    public required string TokenHash { get; init; }

    public required string CodeHash { get; init; }

    /// <summary>The page to come back to, within this service.</summary>
    public required string? ReturnTo { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? UsedAt { get; set; }
}

/// <summary>Someone gave an address to be written to: it becomes theirs when they open the letter sent there.</summary>
internal sealed class AddressChange
{
    public required Guid Id { get; init; }

    public required Guid PersonId { get; init; }

    public required string Address { get; init; }

    public required string TokenHash { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }
}

internal sealed class SignInRequestMapping : IEntityTypeConfiguration<SignInRequest>
{
    public void Configure(EntityTypeBuilder<SignInRequest> builder)
    {
        builder.ToTable("SignInRequests");
        builder.Property(request => request.TokenHash).HasMaxLength(64);
        builder.Property(request => request.CodeHash).HasMaxLength(64);
        builder.Property(request => request.ReturnTo).HasMaxLength(500);
        builder.HasIndex(request => request.TokenHash).IsUnique();
        builder.HasIndex(request => request.ExpiresAt);
        builder
            .HasOne<Person>()
            .WithMany()
            .HasForeignKey(request => request.PersonId)
            .OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class AddressChangeMapping : IEntityTypeConfiguration<AddressChange>
{
    public void Configure(EntityTypeBuilder<AddressChange> builder)
    {
        builder.ToTable("AddressChanges");
        builder.Property(change => change.Address).HasMaxLength(256);
        builder.Property(change => change.TokenHash).HasMaxLength(64);
        builder.HasIndex(change => change.TokenHash).IsUnique();
        builder
            .HasOne<Person>()
            .WithMany()
            .HasForeignKey(change => change.PersonId)
            .OnDelete(DeleteBehavior.Cascade);
    }
}
