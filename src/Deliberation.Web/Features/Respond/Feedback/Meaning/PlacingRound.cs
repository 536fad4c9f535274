using Deliberation.Web.Platform;

namespace Deliberation.Web.Features.Respond.Feedback.Meaning;

/// <summary>Every minute, reads the feedbacks that became public, and the propositions published since.</summary>
internal sealed class PlacingRound(IServiceScopeFactory scopes, TimeProvider clock, ILogger<PlacingRound> log)
    : Rounds(TimeSpan.FromMinutes(1), clock, log)
{
    /// <summary>Reads whatever waits to be read, batch after batch.</summary>
    public async Task PlaceAsync(CancellationToken cancellationToken)
    {
        while (await BatchAsync(cancellationToken)) { }
    }

    protected override Task GoRoundAsync(CancellationToken cancellationToken) =>
        PlaceAsync(cancellationToken);

    // Each in a scope of its own: what one batch held in memory is let go.
    private async Task<bool> BatchAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var placed = await scope.ServiceProvider.GetRequiredService<Placing>().PlaceAsync(cancellationToken);
        var read = await scope
            .ServiceProvider.GetRequiredService<PropositionWords>()
            .ReadAsync(cancellationToken);
        return placed + read > 0;
    }
}
