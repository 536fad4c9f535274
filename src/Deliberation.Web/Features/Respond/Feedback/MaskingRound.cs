using Deliberation.Domain.Respond.Feedback.Masking;
using Deliberation.Domain.Respond.Feedback.Triage;
using Deliberation.Web.Platform;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using UserFeedback = Deliberation.Domain.Respond.Feedback.Feedback;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>
/// Reads again, some at a time, what an older detector masked, or older words of severity weighed. Until it has, whatever shows those words masks them on
/// the way.
/// </summary>
internal sealed class MaskingRound(IServiceScopeFactory scopes, TimeProvider clock, ILogger<MaskingRound> log)
    : Rounds(TimeSpan.FromMinutes(1), clock, log)
{
    private const int Some = 200;

    protected override async Task GoRoundAsync(CancellationToken cancellationToken)
    {
        while (await ReadSomeAgainAsync(cancellationToken) == Some)
        {
            await Task.Yield();
        }
    }

    /// <summary>Says how many it read.</summary>
    internal async Task<int> ReadSomeAgainAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DeliberationDb>();
        var old = await db.Set<UserFeedback>()
            .Where(feedback => feedback.MaskedBy < PersonalData.Version)
            .OrderBy(feedback => feedback.MaskedBy)
            .ThenBy(feedback => feedback.Id)
            .Take(Some)
            .Whole()
            .ToListAsync(cancellationToken);
        if (old.Count == 0)
        {
            old = await db.Set<UserFeedback>()
                .Where(feedback => feedback.TriagedBy < SeverityReading.Version)
                .OrderBy(feedback => feedback.TriagedBy)
                .ThenBy(feedback => feedback.Id)
                .Take(Some)
                .Whole()
                .ToListAsync(cancellationToken);
        }

        foreach (var feedback in old)
        {
            feedback.ReadAgain(Clock.GetUtcNow());
        }

        await db.SaveChangesAsync(cancellationToken);
        return old.Count;
    }
}
