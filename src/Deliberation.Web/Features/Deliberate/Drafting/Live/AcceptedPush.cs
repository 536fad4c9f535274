using Deliberation.Domain.Deliberate.Drafting;

namespace Deliberation.Web.Features.Deliberate.Drafting.Live;

/// <summary>A change in its place, on disk or on its way there.</summary>
internal sealed record KeptChange(
    int Version,
    Guid AuthorId,
    ClientChange Change,
    string Content,
    DateTimeOffset At
);

/// <summary>What one push added to a text, waiting to be written.</summary>
internal sealed class AcceptedPush(LiveDocument document, int epoch, IReadOnlyList<KeptChange> changes)
{
    private readonly TaskCompletionSource<WriteOutcome> written = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );

    public LiveDocument Document => document;

    public IReadOnlyList<KeptChange> Changes => changes;

    /// <summary>The whole text after these changes, when it is time to keep one.</summary>
    public KeptText? Snapshot { get; init; }

    /// <summary>False when something accepted before it could not be written.</summary>
    public bool IsCurrent => epoch == document.Epoch;

    public Task<WriteOutcome> Written => written.Task;

    public void Tell(WriteOutcome outcome) => written.TrySetResult(outcome);
}

/// <summary>What became of an accepted push.</summary>
internal enum WriteOutcome
{
    /// <summary>It is on disk.</summary>
    Kept,

    /// <summary>Another node wrote first, or the text was frozen: read what was missed and try again.</summary>
    Overtaken,

    /// <summary>The database did not take it.</summary>
    Failed,
}
