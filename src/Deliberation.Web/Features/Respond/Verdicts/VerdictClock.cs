using Deliberation.Domain.Respond.Verdicts;
using Deliberation.Web.Platform;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Verdicts;

/// <summary>
/// Every half minute, publishes what the members said once their time is over, and tells members of the answers that
/// await them. What fell due while the service was stopped is done when it starts.
/// </summary>
internal sealed partial class VerdictClock(
    IServiceScopeFactory scopes,
    TimeProvider clock,
    ILogger<VerdictClock> log
) : Rounds(TimeSpan.FromSeconds(30), clock, log)
{
    private const int AtOnce = 100;

    private readonly ILogger<VerdictClock> log = log;

    /// <summary>Closes what is due, then writes the letters that are due.</summary>
    public async Task StrikeAsync(CancellationToken cancellationToken)
    {
        await CountAsync(cancellationToken);
        foreach (var id in await UntoldSpacesAsync(cancellationToken))
        {
            await TryAsync(
                id,
                services => services.GetRequiredService<VerdictLetters>().WriteToAsync(id, cancellationToken)
            );
        }
    }

    /// <summary>Closes what is due.</summary>
    public async Task CountAsync(CancellationToken cancellationToken)
    {
        foreach (var id in await DueAsync(cancellationToken))
        {
            await TryAsync(id, services => CloseAsync(services, id, cancellationToken));
        }
    }

    protected override Task GoRoundAsync(CancellationToken cancellationToken) =>
        StrikeAsync(cancellationToken);

    private async Task<List<Guid>> DueAsync(CancellationToken cancellationToken)
    {
        var now = Clock.GetUtcNow();
        await using var scope = scopes.CreateAsyncScope();
        return await scope
            .ServiceProvider.GetRequiredService<DeliberationDb>()
            .Set<VerdictRound>()
            .Where(round => round.ClosedAt == null && round.ClosesAt <= now)
            .OrderBy(round => round.ClosesAt)
            .Select(round => round.Id)
            .Take(AtOnce)
            .ToListAsync(cancellationToken);
    }

    // Not while answers are still coming one after another, unless they never stop.
    private async Task<List<Guid>> UntoldSpacesAsync(CancellationToken cancellationToken)
    {
        var now = Clock.GetUtcNow();
        var (settled, longAgo) = (now - VerdictRound.Quiet, now - VerdictRound.LongestQuiet);
        await using var scope = scopes.CreateAsyncScope();
        return await scope
            .ServiceProvider.GetRequiredService<DeliberationDb>()
            .Set<VerdictRound>()
            .Where(round => round.ClosedAt == null && round.ToldAt == null)
            .GroupBy(round => round.SpaceId)
            .Where(untold =>
                untold.Max(round => round.OpenedAt) <= settled
                || untold.Min(round => round.OpenedAt) <= longAgo
            )
            .Select(untold => untold.Key)
            .Order()
            .Take(AtOnce)
            .ToListAsync(cancellationToken);
    }

    private async Task<bool> CloseAsync(
        IServiceProvider services,
        Guid id,
        CancellationToken cancellationToken
    )
    {
        var db = services.GetRequiredService<DeliberationDb>();
        var counting = services.GetRequiredService<VerdictCounting>();
        return await db.InOneTransactionAsync(
            async () =>
            {
                if (await counting.HoldAsync(id, cancellationToken) is { ClosedAt: null } round)
                {
                    await counting.CloseAsync(round, Clock.GetUtcNow(), cancellationToken);
                    await db.SaveChangesAsync(cancellationToken);
                }

                return true;
            },
            cancellationToken
        );
    }

    // Each in a scope of its own: what fails spoils itself and not the round.
    private async Task TryAsync(Guid id, Func<IServiceProvider, Task> work)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await work(scope.ServiceProvider);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another node, or an answer that just came, was first: the next round sees.
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogFailure(failure, id);
        }
    }

    [LoggerMessage(
        LogLevel.Error,
        "The verdicts of {Id} could not be counted or told; they will be tried again."
    )]
    private partial void LogFailure(Exception failure, Guid id);
}
