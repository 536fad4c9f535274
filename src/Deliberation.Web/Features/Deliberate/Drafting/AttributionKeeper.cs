using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Deliberation.Web.Features.Deliberate.Drafting;

/// <summary>
/// Keeps, behind the writers' backs and one text after another, who wrote each whole text. What is not kept yet costs
/// a longer way through the log, and nothing else: a failure is logged, and the next whole text tries again.
/// </summary>
internal sealed partial class AttributionKeeper(IServiceScopeFactory scopes, ILogger<AttributionKeeper> log)
    : BackgroundService
{
    private readonly Channel<Guid> asked = Channel.CreateUnbounded<Guid>();
    private readonly ConcurrentDictionary<Guid, bool> waiting = new();

    /// <summary>Asks for a text to be gone through; asked twice before its turn, it is gone through once.</summary>
    public void Keep(Guid documentId)
    {
        if (waiting.TryAdd(documentId, true))
        {
            asked.Writer.TryWrite(documentId);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var documentId in asked.Reader.ReadAllAsync(stoppingToken))
        {
            waiting.TryRemove(documentId, out _);
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope
                    .ServiceProvider.GetRequiredService<Attributions>()
                    .KeepAsync(documentId, stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                LogFailure(failure, documentId);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "Who wrote the text {DocumentId} could not be kept.")]
    private partial void LogFailure(Exception failure, Guid documentId);
}
