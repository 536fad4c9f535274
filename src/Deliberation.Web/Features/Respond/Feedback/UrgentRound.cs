using Deliberation.Web.Platform;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>Every ten seconds, looks for urgent feedback that moderators were not written to about.</summary>
internal sealed class UrgentRound(IServiceScopeFactory scopes, TimeProvider clock, ILogger<UrgentRound> log)
    : Rounds(TimeSpan.FromSeconds(10), clock, log)
{
    protected override Task GoRoundAsync(CancellationToken cancellationToken) => CallAsync(cancellationToken);

    internal async Task CallAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            await scope.ServiceProvider.GetRequiredService<UrgentLetters>().WriteAsync(cancellationToken);
        }
        catch (DbUpdateException failure) when (Overtaken.Is(failure))
        {
            // Another node made the call first: its letters leave, these never were.
        }
    }
}
