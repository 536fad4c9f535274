using Deliberation.Domain;
using Deliberation.Domain.Deliberate.Drafting;

namespace Deliberation.Web.Features.Deliberate.Drafting.Live;

/// <summary>
/// One text while people have it open: puts pushes in order one at a time, hands them to the writer, and lets
/// readers have them once they are on disk.
/// </summary>
internal sealed partial class LiveDocument(Guid id, Guid spaceId, LiveParts parts)
{
    private const int Attempts = 8;
    private const int AttemptsBeforeInsisting = 2;

    private readonly SemaphoreSlim gate = new(1, 1);
    private LiveText? words;
    private int trusted = -1;
    private Task<WriteOutcome> lastWrite = Task.FromResult(WriteOutcome.Kept);
    private string? frozen;
    private int epoch;

    public Guid Id => id;

    public Guid SpaceId => spaceId;

    public bool IsLoaded => words is not null;

    /// <summary>Why it does not change at present, as far as this node knows.</summary>
    public string? Frozen => frozen;

    public Audience Audience { get; } = new(id, parts);

    /// <summary>Grows when something accepted could not be written: all that was accepted after it is void too.</summary>
    public int Epoch => Volatile.Read(ref epoch);

    /// <summary>This node keeps the others from writing here for a moment; its writer need not ask again.</summary>
    public bool IsHeld { get; private set; }

    /// <summary>How many hold this text at present; kept by <see cref="LiveDocuments"/>.</summary>
    public int Users { get; set; }

    public long LastUsed { get; set; }

    /// <summary>Accepts and writes what a page sent.</summary>
    /// <returns>The version that holds it, once it is on disk.</returns>
    /// <exception cref="RuleBroken">Refused; the text is as it was.</exception>
    /// <exception cref="TimeoutException">The database did not take it; the page may send it again.</exception>
    public async Task<int> PushAsync(Push push, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var insists = parts.HasOtherNodes && attempt >= AttemptsBeforeInsisting;
            var (version, written) = insists
                ? await InsistAsync(push, cancellationToken)
                : await AcceptAsync(push, cancellationToken);
            switch (await written)
            {
                case WriteOutcome.Kept:
                    return version;
                case WriteOutcome.Failed:
                    throw new TimeoutException("The change could not be written.");
            }
        }

        throw new TimeoutException("Others kept writing first.");
    }

    /// <summary>The whole text at a version that is on disk, and why it is frozen if it is.</summary>
    public async Task<(KeptText Text, string? Frozen)> ReadAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            await gate.WaitAsync(cancellationToken);
            Task<WriteOutcome> pending;
            (KeptText, string?) read;
            try
            {
                var text = await LoadedAsync(cancellationToken);
                (read, pending) = ((new KeptText(text.Version, text.ToString()), frozen), lastWrite);
            }
            finally
            {
                gate.Release();
            }

            if (await pending == WriteOutcome.Kept)
            {
                return read;
            }
        }

        throw new TimeoutException("The text could not be read.");
    }

    /// <summary>Reads again whether the text is frozen, and tells everyone.</summary>
    public async Task LookIfFrozenAsync(CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            frozen = await parts.FrozenAsync(id, cancellationToken);
        }
        finally
        {
            gate.Release();
        }

        var reason = frozen;
        Audience.Tell(client => reason is null ? client.Thawed(id) : client.Frozen(id, reason));
    }

    /// <summary>What the writer put on disk may now be seen.</summary>
    public void Publish(IReadOnlyList<KeptChange> changes) => Audience.Publish(changes);

    public void Distrust(AcceptedPush push)
    {
        if (push.IsCurrent)
        {
            Interlocked.Increment(ref epoch);
        }
    }

    private async Task<(int Version, Task<WriteOutcome> Written)> AcceptAsync(
        Push push,
        CancellationToken cancellationToken
    )
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            return await PutInOrderAsync(push, cancellationToken);
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task<(int Version, Task<WriteOutcome> Written)> PutInOrderAsync(
        Push push,
        CancellationToken cancellationToken
    )
    {
        var text = await LoadedAsync(cancellationToken);
        Require(frozen is null, DraftingRules.AFrozenTextDoesNotMove);
        Require(
            !push.IsExact || push.BaseVersion == text.Version,
            DraftingRules.AnAdoptionFindsTheTextAsRead
        );
        await IntroduceAsync(text, push, cancellationToken);
        var older = await OlderAsync(text, push.BaseVersion, cancellationToken);

        var before = text.Version;
        var accepted = text.Accept(push.Author, push.BaseVersion, push.Changes, older);
        if (accepted.Count > 0)
        {
            lastWrite = Write(text, before, accepted, push.Author);
        }

        return (text.Version, lastWrite);
    }

    private Task<WriteOutcome> Write(
        LiveText text,
        int before,
        IReadOnlyList<ClientChange> accepted,
        Guid author
    )
    {
        var now = parts.Clock.GetUtcNow();
        var kept = accepted
            .Select((c, i) => new KeptChange(before + 1 + i, author, c, WireChange.Write(c.Change), now))
            .ToList();
        var every = parts.Limits.SnapshotEvery;
        var push = new AcceptedPush(this, trusted, kept)
        {
            Snapshot = before / every < text.Version / every ? new(text.Version, text.ToString()) : null,
        };
        text.Forget(parts.Limits.ChangesAtHand, parts.Limits.WrittenAtHand);
        parts.Writer.Write(push);
        return push.Written;
    }

    private async Task<LiveText> LoadedAsync(CancellationToken cancellationToken)
    {
        if (words is not null && trusted == Epoch)
        {
            return words;
        }

        var now = Epoch;
        var (text, later, reason) = await parts.LoadAsync(id, cancellationToken);
        Audience.CatchUp(text.Version - later.Count, later);
        (words, trusted, frozen, lastWrite) = (text, now, reason, Task.FromResult(WriteOutcome.Kept));
        return text;
    }

    private async Task IntroduceAsync(LiveText text, Push push, CancellationToken cancellationToken)
    {
        var clientId = push.Changes[0].ClientId;
        if (!text.Knows(clientId) && await parts.LastOfAsync(id, clientId, cancellationToken) is { } last)
        {
            text.Introduce(clientId, last.AuthorId, last.Sequence);
        }
    }

    private async Task<IReadOnlyList<ClientChange>> OlderAsync(
        LiveText text,
        int baseVersion,
        CancellationToken cancellationToken
    )
    {
        Require(baseVersion >= text.Version - parts.Limits.VersionsBehind, DraftingRules.ABaseIsKnown);

        return baseVersion >= 0 && baseVersion < text.Earliest
            ?
            [
                .. (await parts.ChangesAsync(id, baseVersion, text.Earliest, cancellationToken)).Select(c =>
                    c.Change
                ),
            ]
            : [];
    }

    private static void Require(bool condition, Rule rule)
    {
        if (!condition)
        {
            throw new RuleBroken(rule);
        }
    }
}

/// <summary>What an open page sends to be written.</summary>
/// <param name="Author">Who is signed in there, whatever the message claims.</param>
internal sealed record Push(Guid Author, int BaseVersion, IReadOnlyList<ClientChange> Changes)
{
    /// <summary>Must the base still be the last version? Then what was shown is what is written, and nothing is moved.</summary>
    public bool IsExact { get; init; }
}
