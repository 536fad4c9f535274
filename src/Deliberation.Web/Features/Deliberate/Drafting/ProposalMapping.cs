using Deliberation.Domain.Deliberate.Drafting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Deliberation.Web.Features.Deliberate.Drafting;

internal sealed class ProposalMapping : IEntityTypeConfiguration<Proposal>
{
    public void Configure(EntityTypeBuilder<Proposal> builder)
    {
        builder.ToTable("Proposals");
        builder.Property(proposal => proposal.Title).HasMaxLength(200);
        builder.Property(proposal => proposal.Theme).HasMaxLength(100);
        builder.HasIndex(proposal => proposal.SpaceId);
        builder.HasIndex(proposal => proposal.DocumentId).IsUnique();
        builder
            .HasOne<Draft>()
            .WithMany()
            .HasForeignKey(proposal => proposal.DraftId)
            .OnDelete(DeleteBehavior.Restrict);
        builder
            .HasOne<Document>()
            .WithMany()
            .HasForeignKey(proposal => proposal.DocumentId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.OwnsMany(proposal => proposal.Origins, Origins);
    }

    private static void Origins(OwnedNavigationBuilder<Proposal, Origin> origin)
    {
        origin.ToTable("ProposalOrigins");
        origin.WithOwner().HasForeignKey("ProposalId");
        origin.HasKey("ProposalId", nameof(Origin.ContributionId));
        origin.Property(value => value.ContributionId).ValueGeneratedNever();
        origin.HasIndex(value => value.ContributionId);
    }
}
