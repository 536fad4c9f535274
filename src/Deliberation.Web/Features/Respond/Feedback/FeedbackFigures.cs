using Deliberation.Domain.Respond.Feedback;
using Deliberation.Domain.Respond.Feedback.Triage;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using UserFeedback = Deliberation.Domain.Respond.Feedback.Feedback;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>What the public feedbacks come to.</summary>
/// <param name="Published">How many anyone may read.</param>
/// <param name="OldEnough">Those received thirty days ago or more.</param>
/// <param name="Answered">Those of <paramref name="OldEnough"/> that have an answer.</param>
/// <param name="Changed">How many led to a change that was made.</param>
/// <param name="Concerns">How many of <paramref name="OldEnough"/> gave one of the two lowest marks.</param>
/// <param name="ConcernsChanged">How many of <paramref name="Concerns"/> led to a change that was made.</param>
/// <param name="Marks">How many gave each mark.</param>
/// <param name="Delays">How long the first decisions of the last thirty days took, whatever was decided.</param>
internal sealed record Figures(
    int Published,
    int OldEnough,
    int Answered,
    int Changed,
    int Concerns,
    int ConcernsChanged,
    IReadOnlyDictionary<Mark, int> Marks,
    DecisionDelays Delays
)
{
    /// <summary>The same, by the door they came in.</summary>
    public IReadOnlyList<DoorFigure> Doors { get; init; } = [];

    /// <summary>In whole per cent; nothing below the number under which a rate says nothing.</summary>
    public int? AnsweredShare => Share(Answered, OldEnough);

    /// <summary>Of concerns and not of praise, which asks for no change; in whole per cent.</summary>
    public int? ConcernsChangedShare => Share(ConcernsChanged, Concerns);

    private static int? Share(int part, int whole) =>
        whole < FeedbackFigures.Enough
            ? null
            : (int)Math.Round(100.0 * part / whole, MidpointRounding.AwayFromZero);
}

/// <summary>Counts at most twice a minute, whatever the number of readers.</summary>
internal sealed class FeedbackFigures(IServiceScopeFactory scopes, TimeProvider clock) : IDisposable
{
    /// <summary>Below this number a rate is not shown.</summary>
    public const int Enough = 10;

    private static readonly TimeSpan Life = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestLife = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Measured = TimeSpan.FromDays(30);
    private static readonly TimeSpan TimeToAnswer = TimeSpan.FromDays(30);

    private readonly SemaphoreSlim turn = new(1, 1);
    private Counted? counted;

    /// <summary>Whoever comes a little late reads the last figures, while one reader has them counted.</summary>
    public async Task<Figures> GetAsync(CancellationToken cancellationToken)
    {
        if (AgeOf(counted) < Life || (AgeOf(counted) < LongestLife && turn.CurrentCount == 0))
        {
            return counted!.Figures; // what has an age was counted
        }

        await turn.WaitAsync(cancellationToken);
        try
        {
            if (AgeOf(counted) >= Life)
            {
                counted = new Counted(clock.GetUtcNow(), await CountAsync(cancellationToken));
            }

            return counted!.Figures; // just counted
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private TimeSpan AgeOf(Counted? known) =>
        known is null ? TimeSpan.MaxValue : (clock.GetUtcNow() - known.At).Duration();

    private async Task<DecisionDelays> MeasureAsync(
        IQueryable<UserFeedback> all,
        CancellationToken cancellationToken
    )
    {
        var since = clock.GetUtcNow() - Measured;
        var decided = await all.Where(feedback => feedback.DecidedAt >= since)
            .Select(feedback => new { feedback.ReceivedAt, feedback.DecidedAt })
            .ToListAsync(cancellationToken);
        return DecisionDelays.Of(decided.Select(row => (row.DecidedAt ?? row.ReceivedAt) - row.ReceivedAt));
    }

    private async Task<Figures> CountAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var all = scope
            .ServiceProvider.GetRequiredService<DeliberationDb>()
            .Set<UserFeedback>()
            .AsNoTracking();
        var published = all.ThatArePublic();
        var before = clock.GetUtcNow() - TimeToAnswer;
        var rows = await published
            .GroupBy(feedback => new
            {
                feedback.Answers.Mark,
                feedback.Stage,
                IsOldEnough = feedback.ReceivedAt <= before,
            })
            .Select(group => new
            {
                group.Key.Mark,
                group.Key.Stage,
                group.Key.IsOldEnough,
                Count = group.Count(),
            })
            .ToListAsync(cancellationToken);
        var concerns = rows.Where(row => row.IsOldEnough && row.Mark <= Mark.Bad).ToList();
        return new Figures(
            rows.Sum(row => row.Count),
            rows.Where(row => row.IsOldEnough).Sum(row => row.Count),
            rows.Where(row => row.IsOldEnough && row.Stage.IsAnswered()).Sum(row => row.Count),
            rows.Where(row => row.Stage == FeedbackStage.ChangeMade).Sum(row => row.Count),
            concerns.Sum(row => row.Count),
            concerns.Where(row => row.Stage == FeedbackStage.ChangeMade).Sum(row => row.Count),
            rows.GroupBy(row => row.Mark)
                .ToDictionary(group => group.Key, group => group.Sum(row => row.Count)),
            await MeasureAsync(all, cancellationToken)
        )
        {
            Doors = await CountDoorsAsync(published, cancellationToken),
        };
    }

    private static async Task<IReadOnlyList<DoorFigure>> CountDoorsAsync(
        IQueryable<UserFeedback> published,
        CancellationToken cancellationToken
    )
    {
        var rows = await published
            .GroupBy(feedback => new { feedback.Door, feedback.Answers.Mark })
            .Select(group => new
            {
                group.Key.Door,
                group.Key.Mark,
                Count = group.Count(),
            })
            .ToListAsync(cancellationToken);
        return DoorFigure.Of(rows.ConvertAll(row => (row.Door, row.Mark, row.Count)));
    }

    private sealed record Counted(DateTimeOffset At, Figures Figures);
}
