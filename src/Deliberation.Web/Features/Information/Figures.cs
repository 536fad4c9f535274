using Deliberation.Domain.Assemble.Spaces;
using Deliberation.Domain.Deliberate.Contributions;
using Deliberation.Domain.Deliberate.Drafting;
using Deliberation.Domain.Respond.Feedback;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using UserFeedback = Deliberation.Domain.Respond.Feedback.Feedback;

namespace Deliberation.Web.Features.Information;

/// <summary>
/// The figures of the service, counted at most once in five minutes however many people look: a page that everyone
/// refreshes must not be what brings it down.
/// </summary>
internal sealed class Figures(IServiceScopeFactory scopes, TimeProvider clock) : IDisposable
{
    public static readonly TimeSpan Freshness = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim counting = new(1, 1);
    private Counted? last;

    /// <summary>The last count; a stale one is served to everyone but the one who counts again.</summary>
    public async Task<Counted> ReadAsync(CancellationToken cancellationToken)
    {
        var known = last;
        if (known is not null && clock.GetUtcNow() - known.At < Freshness)
        {
            return known;
        }

        if (
            !await counting.WaitAsync(
                known is null ? Timeout.InfiniteTimeSpan : TimeSpan.Zero,
                cancellationToken
            )
        )
        {
            return known!; // not waiting is only allowed when something was counted before
        }

        try
        {
            return last == known ? last = await CountAsync(cancellationToken) : last!; // another counted meanwhile
        }
        finally
        {
            counting.Release();
        }
    }

    public void Dispose() => counting.Dispose();

    private async Task<Counted> CountAsync(CancellationToken token)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DeliberationDb>();
        var treatments = db.Set<Treatment>().Where(row => row.WithdrawnAt == null);
        var feedback = db.Set<UserFeedback>();
        return new Counted(clock.GetUtcNow())
        {
            Spaces = await db.Set<Space>().CountAsync(token),
            Contributions = await db.Set<Contribution>().CountAsync(row => row.IsPublic, token),
            Proposals = await db.Set<Proposal>().CountAsync(token),
            Propositions = await treatments.CountAsync(token),
            Answered = await treatments.CountAsync(row => row.AnswerCount > 0, token),
            DaysToFirstAnswer = await DaysAsync(db, token),
            Feedback = await feedback.CountAsync(row => row.Stage != FeedbackStage.Spam, token),
            PublishedFeedback = await feedback.CountAsync(
                row => FeedbackStages.Public.Contains(row.Stage),
                token
            ),
            AnsweredFeedback = await feedback.CountAsync(
                row => FeedbackStages.Answered.Contains(row.Stage),
                token
            ),
        };
    }

    private static async Task<IReadOnlyList<double>> DaysAsync(DeliberationDb db, CancellationToken token)
    {
        var first = await (
            from update in db.Set<TreatmentUpdate>()
            join treatment in db.Set<Treatment>() on update.TreatmentId equals treatment.Id
            where update.Number == 1
            select new { treatment.OpenedAt, update.At }
        ).ToListAsync(token);
        return [.. first.Select(answer => (answer.At - answer.OpenedAt).TotalDays).Order()];
    }
}

/// <summary>What was counted, and when.</summary>
internal sealed record Counted(DateTimeOffset At)
{
    /// <summary>Below this many, a rate would say more than is known.</summary>
    public const int Fewest = 10;

    public int Spaces { get; init; }

    public int Contributions { get; init; }

    public int Proposals { get; init; }

    public int Propositions { get; init; }

    public int Answered { get; init; }

    /// <summary>In order, one per answered proposition.</summary>
    public IReadOnlyList<double> DaysToFirstAnswer { get; init; } = [];

    public int Feedback { get; init; }

    public int PublishedFeedback { get; init; }

    public int AnsweredFeedback { get; init; }

    /// <summary>In whole percent; nothing when there are too few.</summary>
    public static int? Rate(int part, int whole) =>
        whole < Fewest ? null : (int)Math.Round(100.0 * part / whole, MidpointRounding.AwayFromZero);

    /// <summary>In whole days; nothing when there are too few.</summary>
    public static int? Median(IReadOnlyList<double> ordered) =>
        ordered.Count < Fewest
            ? null
            : (int)Math.Round((ordered[(ordered.Count - 1) / 2] + ordered[ordered.Count / 2]) / 2);
}
