namespace Deliberation.Web.Features.Deliberate.Drafting.Live;

/// <summary>Where an open page's cursor was, at which version, and when among all moves.</summary>
internal sealed record CursorPlace(int Move, int Version, int Anchor, int Head);

/// <summary>
/// Who is here, and where. Never stored and never urgent: what changed is told a few times a second, all together,
/// in messages written once for everybody.
/// </summary>
internal sealed class Presence(Guid documentId)
{
    private readonly Dictionary<Guid, int> numbers = [];
    private readonly Dictionary<string, (long At, IReadOnlyList<Attendee> People)> elsewhere = [];
    private readonly Dictionary<(int Since, int Version), Message?> cursors = [];
    private Message? peers;
    private int comings;
    private int moves;

    /// <summary>How many comings and goings, and how many moves of cursors, may be told by now.</summary>
    public (int Comings, int Moves) Told { get; private set; }

    /// <summary>A person's number in this text: the same on all their pages, and it tells others nothing else.</summary>
    public int NumberOf(Guid person) =>
        numbers.TryGetValue(person, out var number) ? number : numbers[person] = numbers.Count + 1;

    public void SomeoneCameOrLeft() => comings++;

    /// <summary>Who has it open on another node, by its last word.</summary>
    /// <returns>Whether that changes who is here.</returns>
    public bool HearOf(string node, IReadOnlyList<Attendee> people)
    {
        var before = elsewhere.TryGetValue(node, out var known) ? known.People : [];
        elsewhere[node] = (Environment.TickCount64, people);
        var changes = !before.SequenceEqual(people);
        comings += changes ? 1 : 0;
        return changes;
    }

    /// <returns>Whether a node that went silent had people here.</returns>
    public bool ForgetSilentNodes()
    {
        var since = Environment.TickCount64 - (long)Roll.Memory.TotalMilliseconds;
        var silent = elsewhere.Where(node => node.Value.At < since).ToList();
        silent.ForEach(node => elsewhere.Remove(node.Key));
        var changes = silent.Exists(node => node.Value.People.Count > 0);
        comings += changes ? 1 : 0;
        return changes;
    }

    public CursorPlace Place(int version, int anchor, int head) => new(++moves, version, anchor, head);

    /// <summary>Lets be told what happened so far.</summary>
    public void Tell()
    {
        Told = (comings, moves);
        peers = null;
        cursors.Clear();
    }

    public Message Peers(IEnumerable<Reader> readers) =>
        peers ??= Message.Of(
            nameof(IDraftClient.Peers),
            documentId,
            Here(readers).DistinctBy(peer => peer.Number).ToList()
        );

    /// <summary>Cursors that moved since, in the text at a version; null when there are none.</summary>
    public Message? Cursors(IEnumerable<Reader> readers, int since, int version, RecentChanges recent)
    {
        if (!cursors.TryGetValue((since, version), out var message))
        {
            var moved = readers
                .Where(reader => reader.Cursor?.Move > since && reader.Cursor.Move <= Told.Moves)
                .Select(reader => At(reader, version, recent))
                .OfType<PeerCursor>()
                .ToList();
            message =
                moved.Count == 0
                    ? null
                    : Message.Of(nameof(IDraftClient.Cursors), documentId, version, moved);
            cursors[(since, version)] = message;
        }

        return message;
    }

    private IEnumerable<Peer> Here(IEnumerable<Reader> readers) =>
        readers
            .GroupBy(reader => reader.Person)
            .Select(pages => PeerOf(pages.Key, pages.First().Name, [.. pages.Select(reader => reader.Page)]))
            .Concat(
                elsewhere
                    .Values.SelectMany(node => node.People)
                    .Select(other => PeerOf(other.Person, other.Name, []))
            );

    private Peer PeerOf(Guid person, string name, IReadOnlyList<int> pages)
    {
        var number = NumberOf(person);
        return new(number, name, (number - 1) % 8 + 1, pages);
    }

    private PeerCursor? At(Reader reader, int version, RecentChanges recent)
    {
        var cursor = reader.Cursor!; // only called for readers with a cursor
        return
            recent.Moved(cursor.Anchor, cursor.Version, version) is { } anchor
            && recent.Moved(cursor.Head, cursor.Version, version) is { } head
            ? new PeerCursor(reader.Page, NumberOf(reader.Person), anchor, head)
            : null;
    }
}
