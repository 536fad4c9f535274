using Deliberation.Domain.Assemble.Spaces;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Domain.Respond.Verdicts;
using Deliberation.Web.Features.Account;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Deliberation.Web.Features.Respond.Verdicts;

internal sealed class VerdictRoundMapping : IEntityTypeConfiguration<VerdictRound>
{
    public void Configure(EntityTypeBuilder<VerdictRound> builder)
    {
        builder.ToTable("VerdictRounds");
        builder.Property(round => round.Id).ValueGeneratedNever();
        builder.Property(round => round.Reference).HasMaxLength(40);
        builder.HasIndex(round => new { round.TreatmentId, round.AnswerNumber }).IsUnique();
        builder.HasIndex(round => new { round.SpaceId, round.OpenedAt });
        builder.HasIndex(round => new { round.ClosedAt, round.ClosesAt });
        builder
            .HasOne<Space>()
            .WithMany()
            .HasForeignKey(round => round.SpaceId)
            .OnDelete(DeleteBehavior.Restrict);
        builder
            .HasOne<Treatment>()
            .WithMany()
            .HasForeignKey(round => round.TreatmentId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.Ignore(round => round.Terms);
        builder.ComplexProperty(
            round => round.Result,
            result =>
            {
                result.Property(value => value.Members).HasColumnName("Members");
                result.Property(value => value.Satisfying).HasColumnName("Satisfying");
                result.Property(value => value.Partly).HasColumnName("Partly");
                result.Property(value => value.Insufficient).HasColumnName("Insufficient");
                result.Property(value => value.NoOpinion).HasColumnName("NoOpinion");
                result.Property(value => value.Faithful).HasColumnName("Faithful");
                result.Property(value => value.Adapted).HasColumnName("Adapted");
                result.Property(value => value.Weakened).HasColumnName("Weakened");
                result.Property(value => value.Contrary).HasColumnName("Contrary");
                result.Property(value => value.TooEarly).HasColumnName("TooEarly");
            }
        );
    }
}

internal sealed class VerdictMapping : IEntityTypeConfiguration<Verdict>
{
    public void Configure(EntityTypeBuilder<Verdict> builder)
    {
        builder.ToTable("Verdicts");

        // The database itself refuses a second verdict.
        builder.HasKey(verdict => new { verdict.RoundId, verdict.PersonId });
        builder.Property(verdict => verdict.Reason).HasMaxLength(1_000);
        builder
            .HasOne<VerdictRound>()
            .WithMany()
            .HasForeignKey(verdict => verdict.RoundId)
            .OnDelete(DeleteBehavior.Restrict);
        builder
            .HasOne<Person>()
            .WithMany()
            .HasForeignKey(verdict => verdict.PersonId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
