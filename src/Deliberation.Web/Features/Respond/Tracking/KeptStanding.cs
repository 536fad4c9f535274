using Deliberation.Domain.Respond.Tracking;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Deliberation.Web.Features.Respond.Tracking;

/// <summary>
/// How one proposition stood between two moments, told once so that lists and charts of any day need not replay its
/// history. Kept in the transaction of the change by <see cref="StandingKeeper"/>; the history remains the truth.
/// </summary>
internal sealed class KeptStanding
{
    /// <summary>The end of what still holds.</summary>
    public static readonly DateTimeOffset Open = new(9999, 12, 31, 0, 0, 0, TimeSpan.Zero);

    public required Guid TreatmentId { get; init; }

    /// <summary>It holds after this moment…</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>…up to and including this one, at which something happened.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>Where it hangs in the <see cref="StretchTree"/>: a past day reads what hangs above it, and nothing else.</summary>
    public required int Knot { get; init; }

    /// <summary>The opinion's reference.</summary>
    public required string Opinion { get; init; }

    /// <summary>The proposition's number in its opinion.</summary>
    public required int Number { get; init; }

    public required string Theme { get; init; }

    public required Guid BodyId { get; init; }

    public required int Answers { get; init; }

    public required string? Status { get; init; }

    /// <summary>The status's rank on its scale.</summary>
    public required int? Position { get; init; }

    public required StatusCategory? Category { get; init; }

    /// <summary>The last answer links to a public document.</summary>
    public required bool IsDocumented { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    public required DateTimeOffset? FirstAnsweredAt { get; init; }

    /// <summary>The last word: the last answer, or else the publication.</summary>
    public required DateTimeOffset Since { get; init; }

    public required DateOnly? ExpectedOn { get; init; }

    public required bool OwesSecondAnswer { get; init; }

    /// <summary>The opinion does not hold the proposition: it is counted apart, neither answered nor unanswered nor late.</summary>
    public required bool IsWithdrawn { get; init; }
}

internal sealed class KeptStandingMapping : IEntityTypeConfiguration<KeptStanding>
{
    public void Configure(EntityTypeBuilder<KeptStanding> builder)
    {
        builder.ToTable("Standings");
        builder.HasKey(standing => new { standing.TreatmentId, standing.From });
        builder.Property(standing => standing.Opinion).HasMaxLength(40);
        builder.Property(standing => standing.Theme).HasMaxLength(120);
        builder.Property(standing => standing.Status).HasMaxLength(40);
        builder.HasIndex(standing => new
        {
            standing.Opinion,
            standing.Knot,
            standing.Until,
        });
        // Holds all that lists filter, sort and count by: they read nothing else.
        builder
            .HasIndex(standing => new
            {
                standing.Knot,
                standing.Until,
                standing.From,
                standing.Opinion,
                standing.Number,
                standing.Theme,
                standing.BodyId,
                standing.Answers,
                standing.Status,
                standing.Position,
                standing.Category,
                standing.IsDocumented,
                standing.OpenedAt,
                standing.FirstAnsweredAt,
                standing.Since,
                standing.ExpectedOn,
                standing.OwesSecondAnswer,
                standing.IsWithdrawn,
                standing.TreatmentId,
            })
            .HasDatabaseName("IX_Standings_Shown");
        builder
            .HasOne<Treatment>()
            .WithMany()
            .HasForeignKey(standing => standing.TreatmentId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
