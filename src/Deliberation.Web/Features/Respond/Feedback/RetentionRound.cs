using Deliberation.Domain.Respond.Feedback;
using Deliberation.Web.Platform;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using UserFeedback = Deliberation.Domain.Respond.Feedback.Feedback;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>Every hour, erases what is kept for a time only, a little at once, and says so on the public page.</summary>
internal sealed class RetentionRound(
    IServiceScopeFactory scopes,
    TimeProvider clock,
    ILogger<RetentionRound> log
) : Rounds(TimeSpan.FromHours(1), clock, log)
{
    private const int AtOnce = 200;
    private const int MostTurns = 100;

    protected override Task GoRoundAsync(CancellationToken cancellationToken) =>
        EraseAsync(cancellationToken);

    internal async Task EraseAsync(CancellationToken cancellationToken)
    {
        foreach (var kind in Enum.GetValues<RetentionKind>())
        {
            for (var turn = 0; turn < MostTurns; turn++)
            {
                if (await EraseAsync(kind, cancellationToken) < AtOnce)
                {
                    break;
                }
            }
        }
    }

    private async Task<int> EraseAsync(RetentionKind kind, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DeliberationDb>();
        var now = Clock.GetUtcNow();
        var over = await Over(db, kind, now - Retention.Of(kind)).Take(AtOnce).ToListAsync(cancellationToken);
        foreach (var feedback in over)
        {
            if (kind == RetentionKind.Profile)
            {
                feedback.ForgetProfile(now);
            }
            else
            {
                feedback.Erase(now);
            }
        }

        await NoteAsync(db, kind, over.Count, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return over.Count;
    }

    private static IQueryable<UserFeedback> Over(DeliberationDb db, RetentionKind kind, DateTimeOffset limit)
    {
        var all = db.Set<UserFeedback>().Whole();
        if (kind == RetentionKind.Profile)
        {
            return all.Where(feedback => feedback.ReceivedAt <= limit)
                .Where(feedback => feedback.Answers.AgeBand != null || feedback.Answers.Departement != null)
                .OrderBy(feedback => feedback.ReceivedAt);
        }

        var stage = kind == RetentionKind.Spam ? FeedbackStage.Spam : FeedbackStage.Withheld;
        return all.Where(feedback => feedback.Stage == stage && feedback.ReceivedAt <= limit)
            .Where(feedback =>
                feedback.ChangedAt <= limit && feedback.ErasedAt == null && feedback.ContestedAt == null
            )
            .OrderBy(feedback => feedback.ReceivedAt);
    }

    private static async Task NoteAsync(
        DeliberationDb db,
        RetentionKind kind,
        int erased,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        if (await db.Set<RetentionRun>().FindAsync([kind], cancellationToken) is { } run)
        {
            run.LastAt = now;
            run.Erased += erased;
        }
        else
        {
            db.Add(
                new RetentionRun
                {
                    Kind = kind,
                    LastAt = now,
                    Erased = erased,
                }
            );
        }
    }
}
