using System.Threading.Channels;

namespace Deliberation.Web.Features.Deliberate.Drafting.Live;

/// <summary>Where an open page's cursor was, at which version, and when among all moves.</summary>
internal sealed record CursorPlace(int Move, int Version, int Anchor, int Head);

/// <summary>
/// One open page on one text. Woken when something happened, it sends everything the page lacks, then waits for
/// the network before it looks again: what piles up meanwhile travels together, and only versions are remembered.
/// </summary>
internal sealed class Reader(
    LiveDocument document,
    Guid person,
    string name,
    IDraftClient client,
    int version
)
{
    private const int UpdatesAtOnce = 500;
    private const int NoticesAtMost = 64;

    private static int pages;

    private readonly Channel<bool> bell = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );
    private readonly Channel<Func<IDraftClient, Task>> notices = Channel.CreateBounded<
        Func<IDraftClient, Task>
    >(new BoundedChannelOptions(NoticesAtMost) { FullMode = BoundedChannelFullMode.DropOldest });
    private int sent = version;
    private int cursorsSent;
    private int comingsSent;

    public Guid Person => person;

    public string Name => name;

    /// <summary>Tells one open page from another.</summary>
    public int Page { get; } = Interlocked.Increment(ref pages);

    public CursorPlace? Cursor { get; set; }

    public void Wake() => bell.Writer.TryWrite(true);

    public void Tell(Func<IDraftClient, Task> notice)
    {
        notices.Writer.TryWrite(notice);
        Wake();
    }

    /// <summary>The page leaves, or its right ended; what waits is not sent any more.</summary>
    public void Stop() => bell.Writer.TryComplete();

    /// <summary>Sends until the page leaves or may no longer read.</summary>
    public async Task RunAsync(LiveParts parts, CancellationToken gone)
    {
        Wake();
        await foreach (var _ in bell.Reader.ReadAllAsync(gone))
        {
            if (await parts.Standing.InAsync(document.SpaceId, person) is null)
            {
                await client.Revoked(document.Id);
                return;
            }

            await SendChangesAsync(parts, gone);
            while (notices.Reader.TryRead(out var notice))
            {
                await notice(client);
            }

            await SendPeersAsync();
            await SendCursorsAsync();
        }
    }

    private async Task SendChangesAsync(LiveParts parts, CancellationToken gone)
    {
        while (sent < document.Audience.Version)
        {
            var updates = document.Audience.After(sent, UpdatesAtOnce) ?? await FromLogAsync(parts, gone);
            await client.Changed(document.Id, sent, updates);
            sent += updates.Count;
        }
    }

    private async Task<IReadOnlyList<RawUpdate>> FromLogAsync(LiveParts parts, CancellationToken gone)
    {
        var kept = await parts.ChangesAsync(document.Id, sent, sent + UpdatesAtOnce, gone);
        return
        [
            .. kept.Select(change =>
                RawUpdate.Of(
                    change.Change.ClientId,
                    change.Change.Sequence,
                    document.Audience.NumberOf(change.AuthorId),
                    change.Content
                )
            ),
        ];
    }

    private async Task SendPeersAsync()
    {
        if (comingsSent != document.Audience.Comings)
        {
            comingsSent = document.Audience.Comings;
            await client.Peers(document.Id, document.Audience.Peers());
        }
    }

    private async Task SendCursorsAsync()
    {
        var (moves, cursors) = document.Audience.CursorsFor(this, cursorsSent, sent);
        cursorsSent = moves;
        if (cursors.Count > 0)
        {
            await client.Cursors(document.Id, sent, cursors);
        }
    }
}
