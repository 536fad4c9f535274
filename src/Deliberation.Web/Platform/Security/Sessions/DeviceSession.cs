using Deliberation.Web.Features.Account;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Deliberation.Web.Platform.Security.Sessions;

/// <summary>A device on which a person is signed in. The row is the session: without it the cookie opens nothing.</summary>
internal sealed class DeviceSession
{
    public required Guid Id { get; init; }

    /// <summary>What the cookie's key hashes to; the key itself is not kept.</summary>
    public required string KeyHash { get; init; }

    public required Guid PersonId { get; init; }

    /// <summary>The browser and system as one reads them: « Firefox, Android ».</summary>
    public required string Device { get; init; }

    public required SignInMeans Means { get; init; }

    /// <summary>“Cet appareil est à moi”; otherwise a shared computer, forgotten when the browser closes.</summary>
    public required bool IsOwnDevice { get; init; }

    /// <summary>Of the staff identity provider, sealed; to sign out there too.</summary>
    public string? SealedIdentityToken { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    public DateTimeOffset SeenAt { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }
}

/// <summary>How a person came in.</summary>
internal enum SignInMeans
{
    Link = 1,
    Code = 2,
    Card = 3,
    Passkey = 4,

    /// <summary>Stepping into a fictional persona, in Development only.</summary>
    Demo = 5,

    /// <summary>The staff identity provider, which vouched for one factor or said nothing.</summary>
    StaffIdentity = 6,

    /// <summary>The staff identity provider, which vouched for two.</summary>
    StaffIdentityTwoFactors = 7,
}

internal sealed class DeviceSessionMapping : IEntityTypeConfiguration<DeviceSession>
{
    public void Configure(EntityTypeBuilder<DeviceSession> builder)
    {
        builder.ToTable("DeviceSessions");
        builder.Property(session => session.KeyHash).HasMaxLength(64);
        builder.Property(session => session.Device).HasMaxLength(120);
        builder.HasIndex(session => session.KeyHash).IsUnique();
        builder.HasIndex(session => session.PersonId);
        builder
            .HasOne<Person>()
            .WithMany()
            .HasForeignKey(session => session.PersonId)
            .OnDelete(DeleteBehavior.Cascade);
    }
}
