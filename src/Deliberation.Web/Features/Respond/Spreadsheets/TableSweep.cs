using Deliberation.Web.Platform;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Spreadsheets;

/// <summary>Forgets, every five minutes, the tables whose hour is over.</summary>
internal sealed class TableSweep(IServiceScopeFactory scopes, TimeProvider clock, ILogger<TableSweep> log)
    : Rounds(TimeSpan.FromMinutes(5), clock, log)
{
    protected override Task GoRoundAsync(CancellationToken cancellationToken) =>
        SweepAsync(cancellationToken);

    internal async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DeliberationDb>();
        var now = Clock.GetUtcNow();
        return await db.InOneTransactionAsync(
            () =>
                db.Set<KeptTable>()
                    .Where(table => table.ExpiresAt <= now)
                    .ExecuteDeleteAsync(cancellationToken),
            cancellationToken
        );
    }
}
