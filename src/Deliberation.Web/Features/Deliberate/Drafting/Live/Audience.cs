using Deliberation.Domain.Deliberate.Drafting;

namespace Deliberation.Web.Features.Deliberate.Drafting.Live;

/// <summary>
/// Who has a text open, and the last changes on disk for them to fetch. Each reader has its own place in the log
/// and its own pace: a slow one is behind, and nobody waits for it.
/// </summary>
internal sealed class Audience(LiveParts parts)
{
    private readonly Lock door = new();
    private readonly List<Reader> readers = [];
    private readonly List<KeptChange> recent = [];
    private readonly List<RawUpdate> wire = [];
    private readonly Dictionary<Guid, int> numbers = [];
    private int cursorMoves;
    private bool wakingSoon;

    public int Version { get; private set; }

    /// <summary>Grows whenever somebody comes or goes.</summary>
    public int Comings { get; private set; }

    public void Join(Reader reader)
    {
        lock (door)
        {
            readers.Add(reader);
            Comings++;
        }

        WakeAllSoon();
    }

    public void Leave(Reader reader)
    {
        lock (door)
        {
            readers.Remove(reader);
            Comings++;
        }

        WakeAllSoon();
    }

    /// <summary>A person's number in this text: the same on all their pages, and it tells others nothing else.</summary>
    public int NumberOf(Guid person)
    {
        lock (door)
        {
            return numbers.TryGetValue(person, out var number) ? number : numbers[person] = numbers.Count + 1;
        }
    }

    /// <summary>Adds what is on disk now and wakes everybody.</summary>
    public void Publish(IReadOnlyList<KeptChange> changes)
    {
        lock (door)
        {
            foreach (var change in changes.Where(change => change.Version == Version + 1))
            {
                recent.Add(change);
                wire.Add(
                    RawUpdate.Of(
                        change.Change.ClientId,
                        change.Change.Sequence,
                        NumberOf(change.AuthorId),
                        change.Content
                    )
                );
                Version++;
            }

            var gone = Math.Max(0, recent.Count - parts.Limits.ChangesAtHand);
            recent.RemoveRange(0, gone);
            wire.RemoveRange(0, gone);
        }

        WakeAll();
    }

    /// <summary>What was read from the log: at first everything at hand, later what others wrote.</summary>
    public void CatchUp(int after, IReadOnlyList<KeptChange> changes)
    {
        lock (door)
        {
            if (Version < after)
            {
                recent.Clear();
                wire.Clear();
                Version = after;
            }
        }

        Publish(changes);
    }

    /// <summary>Up to <paramref name="atMost"/> updates after a version; null when they are no longer at hand.</summary>
    public IReadOnlyList<RawUpdate>? After(int version, int atMost)
    {
        lock (door)
        {
            var from = version - (Version - wire.Count);
            return from < 0 ? null : wire.GetRange(from, Math.Min(atMost, wire.Count - from));
        }
    }

    public void MoveCursor(Reader reader, int version, int anchor, int head)
    {
        lock (door)
        {
            reader.Cursor = new(++cursorMoves, Math.Clamp(version, 0, Version), anchor, head);
        }

        WakeAllSoon();
    }

    /// <summary>Where others are, for those who moved since; their places are moved to the given version.</summary>
    public (int Moves, IReadOnlyList<PeerCursor> Cursors) CursorsFor(Reader reader, int since, int version)
    {
        lock (door)
        {
            var moved = readers
                .Where(other => other != reader && other.Cursor is { } cursor && cursor.Move > since)
                .Where(other => other.Cursor!.Version <= version)
                .Select(other => At(other, version))
                .OfType<PeerCursor>();
            return (cursorMoves, [.. moved]);
        }
    }

    public IReadOnlyList<Peer> Peers()
    {
        lock (door)
        {
            return [.. readers.GroupBy(reader => reader.Person).Select(PeerOf)];
        }
    }

    public void Tell(Func<IDraftClient, Task> message)
    {
        foreach (var reader in Everybody())
        {
            reader.Tell(message);
        }
    }

    public Reader[] Everybody()
    {
        lock (door)
        {
            return [.. readers];
        }
    }

    private Peer PeerOf(IGrouping<Guid, Reader> pages)
    {
        var number = NumberOf(pages.Key);
        return new(
            number,
            pages.First().Name,
            (number - 1) % 8 + 1,
            [.. pages.Select(reader => reader.Page)]
        );
    }

    // Comings, goings and cursors are told ten times a second at most, all together.
    private void WakeAllSoon()
    {
        lock (door)
        {
            if (wakingSoon)
            {
                return;
            }

            wakingSoon = true;
        }

        _ = WakeAllLaterAsync();
    }

    private async Task WakeAllLaterAsync()
    {
        await Task.Delay(100);
        lock (door)
        {
            wakingSoon = false;
        }

        WakeAll();
    }

    private void WakeAll()
    {
        foreach (var reader in Everybody())
        {
            reader.Wake();
        }
    }

    private PeerCursor? At(Reader other, int version)
    {
        var (cursor, first) = (other.Cursor!, Version - recent.Count); // only called for readers with a cursor
        if (cursor.Version < first || version > Version)
        {
            return null;
        }

        var (anchor, head) = (cursor.Anchor, cursor.Head);
        foreach (var kept in recent.GetRange(cursor.Version - first, version - cursor.Version))
        {
            (anchor, head) = (Moved(kept.Change.Change, anchor), Moved(kept.Change.Change, head));
        }

        return new PeerCursor(other.Page, NumberOf(other.Person), anchor, head);
    }

    private static int Moved(TextChange change, int position) =>
        change.MapPosition(Math.Clamp(position, 0, change.Length), after: true);
}
