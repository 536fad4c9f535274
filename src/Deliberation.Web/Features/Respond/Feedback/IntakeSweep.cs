using Deliberation.Web.Platform;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>Forgets, every hour, sendings that came more than two days ago: a program repeats within minutes.</summary>
internal sealed class IntakeSweep(IServiceScopeFactory scopes, TimeProvider clock, ILogger<IntakeSweep> log)
    : Rounds(TimeSpan.FromHours(1), clock, log)
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(48);

    protected override Task GoRoundAsync(CancellationToken cancellationToken) =>
        SweepAsync(cancellationToken);

    internal async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DeliberationDb>();
        var old = Clock.GetUtcNow() - Life;
        return await db.InOneTransactionAsync(
            () => db.Set<IntakeKey>().Where(key => key.KeptAt < old).ExecuteDeleteAsync(cancellationToken),
            cancellationToken
        );
    }
}
