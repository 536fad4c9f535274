namespace Deliberation.Web.Features.Deliberate.Drafting.Live;

/// <summary>Looks round twice a second: whoever lost their place must leave, and unused texts leave the memory.</summary>
internal sealed partial class LiveWatch(LiveDocuments documents, LiveParts parts, ILogger<LiveWatch> log)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await LookRoundAsync();
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                LogFailure(failure);
            }
        }
    }

    private async Task LookRoundAsync()
    {
        foreach (var document in documents.All())
        {
            foreach (var reader in document.Audience.Everybody())
            {
                if (await parts.Standing.InAsync(document.SpaceId, reader.Person) is null)
                {
                    // Its own turn finds out, says so, and ends.
                    reader.Wake();
                }
            }
        }

        documents.LetGoOfIdle();
        parts.Allowances.ForgetIdle();
    }

    [LoggerMessage(LogLevel.Error, "Rights on open texts could not be looked at this time.")]
    private partial void LogFailure(Exception failure);
}
