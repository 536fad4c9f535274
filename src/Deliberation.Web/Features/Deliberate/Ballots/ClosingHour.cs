using Deliberation.Domain;
using Deliberation.Domain.Deliberate.Ballots;
using Deliberation.Web.Platform.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Deliberate.Ballots;

/// <summary>Closes each vote at its hour; those whose hour passed while the service was stopped, when it starts.</summary>
internal sealed partial class ClosingHour(
    IServiceScopeFactory scopes,
    TimeProvider clock,
    ILogger<ClosingHour> log
) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

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

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await StrikeAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                LogFailure(failure, Guid.Empty);
            }

            await Task.Delay(Pause, clock, stoppingToken);
        }
    }

    private async Task<IReadOnlyList<(string Slug, Guid Id)>> DueAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = clock.GetUtcNow();
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
