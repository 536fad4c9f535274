using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Assemble.Spaces;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Deliberation.Web.Features.Assemble.Membership;

/// <summary>What opens one invitation: the hash of its link or of its card's code. Gone once it was used or taken back.</summary>
internal sealed class InvitationKey
{
    public required Guid InvitationId { get; init; }

    public required string Hash { get; init; }

    /// <summary>A card's code, sealed, so that the card can be printed again; null for a link.</summary>
    public required string? SealedCode { get; init; }
}

internal sealed class InvitationMapping : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.ToTable("Invitations");
        builder.Property(invitation => invitation.Recipient).HasMaxLength(256);
        builder.HasIndex(invitation => invitation.SpaceId);
        builder
            .HasOne<Space>()
            .WithMany()
            .HasForeignKey(invitation => invitation.SpaceId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class InvitationKeyMapping : IEntityTypeConfiguration<InvitationKey>
{
    public void Configure(EntityTypeBuilder<InvitationKey> builder)
    {
        builder.ToTable("InvitationKeys");
        builder.HasKey(key => key.InvitationId);
        builder.Property(key => key.InvitationId).ValueGeneratedNever();
        builder.Property(key => key.Hash).HasMaxLength(64);
        builder.HasIndex(key => key.Hash).IsUnique();
        builder
            .HasOne<Invitation>()
            .WithOne()
            .HasForeignKey<InvitationKey>(key => key.InvitationId)
            .OnDelete(DeleteBehavior.Cascade);
    }
}
