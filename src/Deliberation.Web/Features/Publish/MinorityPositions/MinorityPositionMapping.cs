using Deliberation.Domain.Deliberate.Drafting;
using Deliberation.Domain.Publish.MinorityPositions;
using Deliberation.Web.Features.Account;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Deliberation.Web.Features.Publish.MinorityPositions;

internal sealed class MinorityPositionMapping : IEntityTypeConfiguration<MinorityPosition>
{
    public void Configure(EntityTypeBuilder<MinorityPosition> builder)
    {
        builder.ToTable("MinorityPositions");
        builder.Property(position => position.Id).ValueGeneratedNever();
        builder.Property(position => position.Text).HasMaxLength(MinorityPosition.Longest);
        builder
            .HasOne<Proposal>()
            .WithMany()
            .HasForeignKey(position => position.ProposalId)
            .OnDelete(DeleteBehavior.Restrict);
        builder
            .HasMany(position => position.Signatures)
            .WithOne()
            .HasForeignKey(signature => signature.PositionId);
    }
}

internal sealed class MinoritySignatureMapping : IEntityTypeConfiguration<MinoritySignature>
{
    public void Configure(EntityTypeBuilder<MinoritySignature> builder)
    {
        builder.ToTable("MinoritySignatures");
        builder.HasKey(signature => new { signature.PositionId, signature.PersonId });
        builder
            .HasOne<Person>()
            .WithMany()
            .HasForeignKey(signature => signature.PersonId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
