namespace Deliberation.Web.Features.Deliberate.Drafting.Live;

/// <summary>
/// Who has a text open, and the last changes on disk for them to fetch. Each reader has its own place in the log
/// and its own pace: a slow one is behind, and nobody waits for it.
/// </summary>
internal sealed class Audience
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan PausePerReader = TimeSpan.FromMilliseconds(0.08);
    private static readonly TimeSpan SlowPausePerReader = TimeSpan.FromMilliseconds(2);

    private readonly Lock door = new();
    private readonly List<Reader> readers = [];
    private readonly Guid documentId;
    private readonly RecentChanges recent;
    private readonly Presence presence;
    private readonly Pace changes;
    private readonly TimeSpan shortestSlowPause;
    private readonly Pace comings;
    private int toldVersion;
    private int carried;
    private Parcel? last;

    public Audience(Guid documentId, LiveParts parts)
    {
        this.documentId = documentId;
        recent = new RecentChanges(parts.Limits);
        presence = new Presence(documentId);
        shortestSlowPause = TimeSpan.FromSeconds(1.0 / Math.Max(1, parts.Limits.CursorsPerSecond));
        changes = new Pace(Pause, TellChanges);
        comings = new Pace(SlowPause, TellPresence);
    }

    /// <summary>The last version on disk.</summary>
    public int Version => recent.Version;

    public int Count => readers.Count;

    public void Join(Reader reader)
    {
        lock (door)
        {
            readers.Add(reader);
            presence.SomeoneCameOrLeft();
        }

        comings.WakeSoon();
    }

    public void Leave(Reader reader)
    {
        lock (door)
        {
            readers.Remove(reader);
            presence.SomeoneCameOrLeft();
        }

        comings.WakeSoon();
    }

    /// <summary>Who has it open on another node, whole.</summary>
    public void HearOf(string node, IReadOnlyList<Attendee> people) =>
        TellIf(() => presence.HearOf(node, people));

    public void ForgetSilentNodes() => TellIf(presence.ForgetSilentNodes);

    /// <summary>Those who have it open on this node.</summary>
    public IReadOnlyList<Guid> People() => [.. Everybody().Select(reader => reader.Person).Distinct()];

    public int NumberOf(Guid person)
    {
        lock (door)
        {
            return presence.NumberOf(person);
        }
    }

    /// <summary>Adds what is on disk now and wakes everybody.</summary>
    public void Publish(IReadOnlyList<KeptChange> kept)
    {
        lock (door)
        {
            recent.Add(kept, presence.NumberOf);
        }

        changes.WakeSoon();
    }

    /// <summary>What was read from the log: at first everything at hand, later what others wrote.</summary>
    public void CatchUp(int after, IReadOnlyList<KeptChange> kept)
    {
        lock (door)
        {
            if (recent.Version < after)
            {
                recent.Restart(after);
                last = null;
            }
        }

        Publish(kept);
    }

    /// <summary>What follows a version, in one message; null when it is no longer at hand.</summary>
    public Parcel? After(int version)
    {
        lock (door)
        {
            if (last?.From != version || last.To != recent.Version)
            {
                var updates = recent.After(version);
                last = updates is null ? null : Parcel.Of(documentId, version, updates);
            }

            return last;
        }
    }

    public void MoveCursor(Reader reader, int version, int anchor, int head)
    {
        lock (door)
        {
            reader.Cursor = presence.Place(Math.Clamp(version, 0, recent.Version), anchor, head);
        }

        comings.WakeSoon();
    }

    /// <summary>Who is here, when that changed since; null when it did not.</summary>
    public Message? PeersSince(ref int comingsTold)
    {
        lock (door)
        {
            var (before, now) = (comingsTold, presence.Told.Comings);
            comingsTold = now;
            return before == now ? null : presence.Peers(readers);
        }
    }

    /// <summary>Where people are who moved since, in the text at a version; null when nobody did.</summary>
    public Message? CursorsSince(ref int movesTold, int version)
    {
        lock (door)
        {
            var (before, now) = (movesTold, presence.Told.Moves);
            movesTold = now;
            return before == now ? null : presence.Cursors(readers, before, version, recent);
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

    private void TellIf(Func<bool> changes)
    {
        bool changed;
        lock (door)
        {
            changed = changes();
        }

        if (changed)
        {
            comings.WakeSoon();
        }
    }

    private TimeSpan Pause()
    {
        var pause = PausePerReader * readers.Count * Math.Clamp(carried / 4.0, 1, 4);
        return pause < LongestPause ? pause : LongestPause;
    }

    private TimeSpan SlowPause() =>
        TimeSpan.FromMilliseconds(
            Math.Clamp(
                SlowPausePerReader.TotalMilliseconds * readers.Count,
                shortestSlowPause.TotalMilliseconds,
                1_000
            )
        );

    private void TellChanges()
    {
        (carried, toldVersion) = (recent.Version - toldVersion, recent.Version);
        WakeAll();
    }

    private void TellPresence()
    {
        lock (door)
        {
            presence.Tell();
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
}
