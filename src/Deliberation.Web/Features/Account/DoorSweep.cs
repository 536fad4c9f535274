using Deliberation.Web.Platform;
using Deliberation.Web.Platform.Mail;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security.Throttling;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Account;

/// <summary>Forgets, every hour, requests to come in that are over, letters that never left and tries that no longer count.</summary>
internal sealed class DoorSweep(IServiceScopeFactory scopes, TimeProvider clock, ILogger<DoorSweep> log)
    : Rounds(TimeSpan.FromHours(1), clock, log)
{
    protected override Task GoRoundAsync(CancellationToken cancellationToken) =>
        SweepAsync(cancellationToken);

    internal async Task SweepAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DeliberationDb>();
        var now = Clock.GetUtcNow();
        var seconds = now.ToUnixTimeSeconds();
        await db.InOneTransactionAsync(
            async () =>
                await db.Set<SignInRequest>()
                    .Where(row => row.ExpiresAt < now)
                    .ExecuteDeleteAsync(cancellationToken)
                + await db.Set<AddressChange>()
                    .Where(row => row.ExpiresAt < now)
                    .ExecuteDeleteAsync(cancellationToken)
                + await db.Set<OutgoingMail>()
                    .Where(row => row.NextAttemptAt == null && row.CreatedAt < now.AddDays(-7))
                    .ExecuteDeleteAsync(cancellationToken)
                + await db.Set<ThrottleCount>()
                    .Where(row => row.EndsAt < seconds)
                    .ExecuteDeleteAsync(cancellationToken),
            cancellationToken
        );
    }
}
