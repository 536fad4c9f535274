using Deliberation.Domain;
using Deliberation.Domain.Deliberate.Ballots;
using Deliberation.Web.Platform;
using Deliberation.Web.Platform.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Deliberate.Ballots;

/// <summary>Closes each vote at its hour; those whose hour passed while the service was stopped, when it starts.</summary>
internal sealed partial class ClosingHour(
    IServiceScopeFactory scopes,
    TimeProvider clock,
    ILogger<ClosingHour> log
) : Rounds(TimeSpan.FromSeconds(5), clock, log)
{
    private readonly ILogger<ClosingHour> log = log;

    /// <summary>Closes what is due.</summary>
    public async Task StrikeAsync(CancellationToken cancellationToken)
    {
        foreach (var (slug, id) in await DueAsync(cancellationToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope
                    .ServiceProvider.GetRequiredService<IMediator>()
                    .Send(new Close.Command(Guid.Empty, slug, id), cancellationToken);
            }
            catch (RuleBroken)
            {
                // Another node or the facilitator closed it meanwhile.
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                LogFailure(failure, id);
            }
        }
    }

    protected override Task GoRoundAsync(CancellationToken cancellationToken) =>
        StrikeAsync(cancellationToken);

    private async Task<IReadOnlyList<(string Slug, Guid Id)>> DueAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = Clock.GetUtcNow();
        var due = await scope
            .ServiceProvider.GetRequiredService<DeliberationDb>()
            .Set<Ballot>()
            .Where(ballot => ballot.State == BallotState.Open && ballot.ClosesAt <= now)
            .OrderBy(ballot => ballot.ClosesAt)
            .Take(100)
            .Select(ballot => new { ballot.SpaceSlug, ballot.Id })
            .ToListAsync(cancellationToken);
        return [.. due.Select(ballot => (ballot.SpaceSlug, ballot.Id))];
    }

    [LoggerMessage(
        LogLevel.Error,
        "The ballot {BallotId} could not be closed at its hour; it will be tried again."
    )]
    private partial void LogFailure(Exception failure, Guid ballotId);
}
