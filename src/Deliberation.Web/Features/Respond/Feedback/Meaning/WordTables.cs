using Deliberation.Domain.Respond.Feedback.Meaning;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Deliberation.Web.Features.Respond.Feedback.Meaning;

/// <summary>A feedback whose public words may have changed; as many rows as there were changes.</summary>
internal sealed class FeedbackToRead
{
    public required Guid Id { get; init; }

    public required Guid FeedbackId { get; init; }
}

/// <summary>How many public feedbacks say a stem; the empty stem counts them all.</summary>
internal sealed class SpokenStem
{
    public const string All = "";

    public required string Stem { get; init; }

    public int Feedbacks { get; set; }
}

/// <summary>A telling word of a feedback that stands alone, by which another may find it.</summary>
internal sealed record WaitingWord(string Stem, Guid FeedbackId);

/// <summary>A word that makes a subject, by which feedbacks find it.</summary>
internal sealed record SubjectStem(string Stem, Guid SubjectId);

/// <summary>A number that near twins share; see <see cref="NearTwins"/>.</summary>
internal sealed record FeedbackBand(long Band, Guid FeedbackId);

/// <summary>The words of a published proposition.</summary>
internal sealed class PropositionReading
{
    public required string Reference { get; init; }

    public required IReadOnlyList<SaidWord> Words { get; init; }
}

/// <summary>A word of a published proposition, by which feedbacks find it.</summary>
internal sealed record PropositionStem(string Stem, string Reference);

internal sealed class WordTables
    : IEntityTypeConfiguration<FeedbackToRead>,
        IEntityTypeConfiguration<SpokenStem>,
        IEntityTypeConfiguration<WaitingWord>,
        IEntityTypeConfiguration<SubjectStem>,
        IEntityTypeConfiguration<FeedbackBand>,
        IEntityTypeConfiguration<PropositionReading>,
        IEntityTypeConfiguration<PropositionStem>
{
    private const int LongestStem = 40;

    public void Configure(EntityTypeBuilder<FeedbackToRead> builder)
    {
        builder.ToTable("FeedbacksToRead");
        builder.Property(row => row.Id).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<SpokenStem> builder)
    {
        builder.ToTable("SpokenStems");
        builder.HasKey(row => row.Stem);
        builder.Property(row => row.Stem).HasMaxLength(LongestStem);
    }

    public void Configure(EntityTypeBuilder<WaitingWord> builder)
    {
        builder.ToTable("WaitingWords");
        builder.HasKey(row => new { row.Stem, row.FeedbackId });
        builder.Property(row => row.Stem).HasMaxLength(LongestStem);
        builder.HasIndex(row => row.FeedbackId);
    }

    public void Configure(EntityTypeBuilder<SubjectStem> builder)
    {
        builder.ToTable("SubjectStems");
        builder.HasKey(row => new { row.Stem, row.SubjectId });
        builder.Property(row => row.Stem).HasMaxLength(LongestStem);
        builder.HasIndex(row => row.SubjectId);
    }

    public void Configure(EntityTypeBuilder<FeedbackBand> builder)
    {
        builder.ToTable("FeedbackBands");
        builder.HasKey(row => new { row.Band, row.FeedbackId });
        builder.HasIndex(row => row.FeedbackId);
    }

    public void Configure(EntityTypeBuilder<PropositionReading> builder)
    {
        builder.ToTable("PropositionReadings");
        builder.HasKey(row => row.Reference);
        builder.Property(row => row.Reference).HasMaxLength(40);
        builder.Property(row => row.Words).HasConversion<KeptWords>(KeptWords.Comparer);
    }

    public void Configure(EntityTypeBuilder<PropositionStem> builder)
    {
        builder.ToTable("PropositionStems");
        builder.HasKey(row => new { row.Stem, row.Reference });
        builder.Property(row => row.Stem).HasMaxLength(LongestStem);
        builder.Property(row => row.Reference).HasMaxLength(40);
        builder.HasIndex(row => row.Reference);
    }
}
