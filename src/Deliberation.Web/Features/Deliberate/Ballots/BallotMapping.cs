using Deliberation.Domain.Assemble.Spaces;
using Deliberation.Domain.Deliberate.Ballots;
using Deliberation.Domain.Deliberate.Drafting;
using Deliberation.Web.Features.Account;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Deliberation.Web.Features.Deliberate.Ballots;

internal sealed class BallotMapping : IEntityTypeConfiguration<Ballot>
{
    /// <summary>The words voted on as HTML, rendered once when the vote opened.</summary>
    public const string BodyHtml = nameof(BodyHtml);
    public const string RationaleHtml = nameof(RationaleHtml);

    public void Configure(EntityTypeBuilder<Ballot> builder)
    {
        builder.Property<string?>(BodyHtml);
        builder.Property<string?>(RationaleHtml);
        builder.ToTable("Ballots");
        builder.Property(ballot => ballot.SpaceSlug).HasMaxLength(80);
        builder.Property(ballot => ballot.CancellationReason).HasMaxLength(1_000);
        builder.HasIndex(ballot => new { ballot.SpaceId, ballot.PreparedAt });
        builder.HasIndex(ballot => new { ballot.State, ballot.ClosesAt });
        builder
            .HasOne<Space>()
            .WithMany()
            .HasForeignKey(ballot => ballot.SpaceId)
            .OnDelete(DeleteBehavior.Restrict);
        builder
            .HasOne<Proposal>()
            .WithMany()
            .HasForeignKey(ballot => ballot.ProposalId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.ComplexProperty(
            ballot => ballot.Wording,
            wording =>
            {
                wording.Property(value => value.Title).HasColumnName("Title").HasMaxLength(200);
                wording.Property(value => value.Body).HasColumnName("Body");
                wording.Property(value => value.Rationale).HasColumnName("Rationale");
                wording.Property(value => value.Version).HasColumnName("Version");
            }
        );
        builder.ComplexProperty(
            ballot => ballot.Result,
            result =>
            {
                result.Property(value => value.Electors).HasColumnName("CountedElectors");
                result.Property(value => value.Required).HasColumnName("Required");
                result.Property(value => value.For).HasColumnName("For");
                result.Property(value => value.Against).HasColumnName("Against");
                result.Property(value => value.Abstained).HasColumnName("Abstained");
                result.Property(value => value.Outcome).HasColumnName("Outcome");
            }
        );
    }
}

internal sealed class ElectorMapping : IEntityTypeConfiguration<Elector>
{
    public void Configure(EntityTypeBuilder<Elector> builder)
    {
        builder.ToTable("BallotRoll");
        builder.HasKey(elector => new { elector.BallotId, elector.PersonId });

        // The database itself refuses a second signature: UPDATE … WHERE NOT "HasVoted".
        builder.Property(elector => elector.HasVoted).IsConcurrencyToken();
        builder
            .HasOne<Ballot>()
            .WithMany()
            .HasForeignKey(elector => elector.BallotId)
            .OnDelete(DeleteBehavior.Restrict);
        builder
            .HasOne<Person>()
            .WithMany()
            .HasForeignKey(elector => elector.PersonId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PaperMapping : IEntityTypeConfiguration<Paper>
{
    public void Configure(EntityTypeBuilder<Paper> builder)
    {
        builder.ToTable("BallotPapers");
        builder.Property(paper => paper.Content).HasMaxLength(400);
        builder
            .HasOne<Ballot>()
            .WithMany()
            .HasForeignKey(paper => paper.BallotId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
