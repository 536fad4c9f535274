using Deliberation.Domain.Respond.Feedback;
using Deliberation.Domain.Respond.Feedback.Meaning;

namespace Deliberation.Web.Features.Respond.Feedback.Meaning;

/// <summary>A subject as anyone may read it; counts below ten are hidden.</summary>
internal sealed record PublicSubject(
    string Number,
    string? Name,
    string? Theme,
    IReadOnlyList<string> Words,
    int? Feedbacks,
    int? LastThirtyDays,
    AgendaThreshold Threshold,
    DateTimeOffset? ReachedAt,
    DateTimeOffset? OnAgendaAt
)
{
    private const int MostWords = 6;

    public static readonly TimeSpan Lately = TimeSpan.FromDays(30);

    /// <summary>What it is called, or the words that make it.</summary>
    public string Called => Name ?? string.Join(", ", Words);

    /// <summary>Whole days since it reached its threshold, until it was put on an agenda.</summary>
    public int? DaysWaited(DateTimeOffset now) =>
        ReachedAt is { } reached ? Math.Max(0, (int)((OnAgendaAt ?? now) - reached).TotalDays) : null;

    public static PublicSubject Of(Subject subject, int lately, ThresholdTable thresholds)
    {
        var shown = SmallCells.Hide([lately, subject.Feedbacks - lately]);
        var threshold = subject is { ReachedFeedbacks: { } feedbacks, ReachedDays: { } days }
            ? new AgendaThreshold(feedbacks, days)
            : thresholds.For(subject.Theme);
        return new PublicSubject(
            subject.Number,
            subject.Name,
            subject.Theme,
            [.. subject.Words.Take(MostWords).Select(word => word.Surface)],
            subject.Feedbacks >= SmallCells.Smallest ? subject.Feedbacks : null,
            // With nothing older, the figure is that of the whole.
            lately == subject.Feedbacks
            && lately >= SmallCells.Smallest
                ? lately
                : shown[0],
            threshold,
            subject.ReachedAt,
            subject.OnAgendaAt
        );
    }

    /// <summary>Those that ten feedbacks or more share, or that did when they reached an agenda.</summary>
    public static IQueryable<Subject> ThatMayBeRead(IQueryable<Subject> subjects) =>
        subjects.Where(subject =>
            subject.State == SubjectState.Open
            && (
                subject.Feedbacks >= SmallCells.Smallest
                || subject.ReachedAt != null
                || subject.OnAgendaAt != null
            )
        );
}
