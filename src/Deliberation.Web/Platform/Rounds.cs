namespace Deliberation.Web.Platform;

/// <summary>
/// Work done again and again while the service runs. The first round waits too: whoever opens the first page comes
/// first. A round that fails is logged, and the next one tries again.
/// </summary>
internal abstract partial class Rounds(TimeSpan pause, TimeProvider clock, ILogger log) : BackgroundService
{
    protected TimeProvider Clock => clock;

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(pause, clock, stoppingToken);
            try
            {
                await GoRoundAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                LogFailure(failure, GetType().Name);
            }
        }
    }

    protected abstract Task GoRoundAsync(CancellationToken cancellationToken);

    [LoggerMessage(LogLevel.Error, "A round of {Work} failed; the next one tries again.")]
    private partial void LogFailure(Exception failure, string work);
}
