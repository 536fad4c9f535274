using Deliberation.Domain.Deliberate.Drafting;

namespace Deliberation.Web.Features.Deliberate.Drafting.Live;

/// <summary>The last changes on disk, ready to be sent; earlier ones are read from the log.</summary>
internal sealed class RecentChanges(DraftingLimits limits)
{
    private readonly List<KeptChange> changes = [];
    private readonly List<RawUpdate> wire = [];
    private long written;

    public int Version { get; private set; }

    private int Earliest => Version - changes.Count;

    /// <summary>Starts again from a version whose earlier changes are not at hand.</summary>
    public void Restart(int version)
    {
        changes.Clear();
        wire.Clear();
        (Version, written) = (version, 0);
    }

    /// <summary>Takes what follows; what is already here is passed over.</summary>
    public void Add(IReadOnlyList<KeptChange> kept, Func<Guid, int> numberOf)
    {
        foreach (var change in kept.Where(change => change.Version == Version + 1))
        {
            changes.Add(change);
            wire.Add(RawUpdate.Of(change, numberOf(change.AuthorId)));
            written += change.Change.Change.Written;
            Version++;
        }

        Forget();
    }

    /// <summary>What follows a version, as much as one message carries; null when it is no longer at hand.</summary>
    public IReadOnlyList<RawUpdate>? After(int version)
    {
        var from = version - Earliest;
        return from < 0 ? null : RawUpdate.OneMessage(wire[from..]);
    }

    /// <summary>Where a place in the text at one version is found at a later one; null when the way is not at hand.</summary>
    public int? Moved(int position, int from, int to)
    {
        if (from < Earliest || from > to || to > Version)
        {
            return null;
        }

        foreach (var kept in changes[(from - Earliest)..(to - Earliest)])
        {
            var change = kept.Change.Change;
            position = change.MapPosition(Math.Clamp(position, 0, change.Length), after: true);
        }

        return position;
    }

    private void Forget()
    {
        var gone = 0;
        while (changes.Count - gone > limits.ChangesAtHand || written > limits.WrittenAtHand)
        {
            written -= changes[gone++].Change.Change.Written;
        }

        changes.RemoveRange(0, gone);
        wire.RemoveRange(0, gone);
    }
}
