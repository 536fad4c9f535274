namespace Deliberation.Web.Features.Deliberate.Drafting.Live;

/// <summary>The texts that are open on this node. One that nobody uses leaves the memory after a while.</summary>
internal sealed class LiveDocuments
{
    private readonly Dictionary<Guid, LiveDocument> open = [];
    private readonly LiveParts parts;

    public LiveDocuments(LiveParts parts)
    {
        this.parts = parts;
        parts.Meters.Watch("drafting.open_texts", () => open.Count);
        parts.Meters.Watch("drafting.open_pages", () => All().Sum(text => text.Audience.Count));
        parts.Meters.Watch(
            "drafting.furthest_behind",
            () => All().SelectMany(text => text.Audience.Everybody()).Max(reader => (int?)reader.Behind) ?? 0
        );
    }

    /// <summary>Holds a text; give it back by disposing of the lease.</summary>
    /// <returns>Null when there is no such text.</returns>
    public async Task<Lease?> HoldAsync(Guid documentId, CancellationToken cancellationToken)
    {
        lock (open)
        {
            if (open.TryGetValue(documentId, out var known))
            {
                return Hold(known);
            }
        }

        if (await parts.SpaceOfAsync(documentId, cancellationToken) is not { } spaceId)
        {
            return null;
        }

        lock (open)
        {
            if (!open.TryGetValue(documentId, out var document))
            {
                open[documentId] = document = new LiveDocument(documentId, spaceId, parts);
            }

            return Hold(document);
        }
    }

    /// <summary>The text when it is open on this node.</summary>
    public LiveDocument? Find(Guid documentId)
    {
        lock (open)
        {
            return open.GetValueOrDefault(documentId);
        }
    }

    public IReadOnlyList<LiveDocument> All()
    {
        lock (open)
        {
            return [.. open.Values];
        }
    }

    public void LetGoOfIdle()
    {
        var since = Environment.TickCount64 - (parts.Limits.IdleSeconds * 1_000L);
        lock (open)
        {
            foreach (var idle in open.Values.Where(text => text.Users == 0 && text.LastUsed < since).ToList())
            {
                open.Remove(idle.Id);
            }
        }
    }

    private Lease Hold(LiveDocument document)
    {
        document.Users++;
        return new Lease(document, () => GiveBack(document));
    }

    private void GiveBack(LiveDocument document)
    {
        lock (open)
        {
            document.Users--;
            document.LastUsed = Environment.TickCount64;
        }
    }
}

/// <summary>As long as it is held, the text stays in memory.</summary>
internal sealed class Lease(LiveDocument document, Action giveBack) : IDisposable
{
    private Action? giveBack = giveBack;

    public LiveDocument Document => document;

    public void Dispose() => Interlocked.Exchange(ref giveBack, null)?.Invoke();
}
