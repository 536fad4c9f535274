using Deliberation.Domain.Respond.Following;
using Deliberation.Web.Platform;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Following;

/// <summary>Every half minute, writes to those who have news and forgets addresses that never confirmed.</summary>
internal sealed class SubscriptionRound(
    IServiceScopeFactory scopes,
    TimeProvider clock,
    ILogger<SubscriptionRound> log
) : Rounds(TimeSpan.FromSeconds(30), clock, log)
{
    private const int AtOnce = 200;

    protected override Task GoRoundAsync(CancellationToken cancellationToken) =>
        WriteAsync(cancellationToken);

    internal async Task WriteAsync(CancellationToken cancellationToken)
    {
        var now = Clock.GetUtcNow();
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DeliberationDb>();
        await ForgetUnconfirmedAsync(db, now, cancellationToken);

        var settled = now - Subscription.Quiet;
        var due = await db.Set<Subscription>()
            .AsNoTracking()
            .Where(row => row.NewsAt <= settled && row.NextLetterFrom <= now && row.ConfirmedAt != null)
            .OrderBy(row => row.NewsAt)
            .Select(row => row.Id)
            .Take(AtOnce)
            .ToListAsync(cancellationToken);
        foreach (var id in due)
        {
            await WriteToAsync(id, now, cancellationToken);
        }
    }

    // Each in a scope of its own: another node, or an answer that just came, spoils one letter and not the round.
    private async Task WriteToAsync(Guid id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DeliberationDb>();
        var follower = await db.Set<Subscription>()
            .FirstOrDefaultAsync(row => row.Id == id, cancellationToken);
        if (follower?.IsDue(now) != true)
        {
            return;
        }

        var letters = scope.ServiceProvider.GetRequiredService<AnswerLetters>();
        follower.Looked(await letters.WriteAsync(follower, cancellationToken), now);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // There is more news, or the subscription ended: the next round sees.
        }
    }

    private static async Task ForgetUnconfirmedAsync(
        DeliberationDb db,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var tooOld = now - Subscription.TimeToConfirm;
        var forgotten = db.Set<Subscription>()
            .Where(row => row.ConfirmedAt == null && row.RequestedAt < tooOld);
        if (await forgotten.AnyAsync(cancellationToken))
        {
            await db.InOneTransactionAsync(
                () => forgotten.ExecuteDeleteAsync(cancellationToken),
                cancellationToken
            );
        }
    }
}
