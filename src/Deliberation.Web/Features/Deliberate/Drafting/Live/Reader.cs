using System.Threading.Channels;

namespace Deliberation.Web.Features.Deliberate.Drafting.Live;

/// <summary>
/// One open page on one text. Woken when something happened, it sends everything the page lacks, then waits for
/// the network before it looks again: what piles up meanwhile travels together, and only versions are remembered.
/// </summary>
internal sealed class Reader(
    LiveDocument document,
    Guid person,
    string name,
    IDraftClient client,
    Line line,
    int version
)
{
    private const int FromLogAtOnce = 200;
    private const int NoticesAtMost = 64;

    private static int pages;

    private readonly Channel<bool> bell = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );
    private readonly Channel<Func<IDraftClient, Task>> notices = Channel.CreateBounded<
        Func<IDraftClient, Task>
    >(new BoundedChannelOptions(NoticesAtMost) { FullMode = BoundedChannelFullMode.DropOldest });
    private int sent = version;
    private int movesTold;
    private int comingsTold;

    public Guid Person => person;

    public string Name => name;

    /// <summary>Tells one open page from another.</summary>
    public int Page { get; } = Interlocked.Increment(ref pages);

    public CursorPlace? Cursor { get; set; }

    /// <summary>How many changes on disk this page was not sent yet.</summary>
    public int Behind => Math.Max(0, document.Audience.Version - sent);

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

            await SendAsync(document.Audience.PeersSince(ref comingsTold));
            await SendAsync(document.Audience.CursorsSince(ref movesTold, sent));
        }
    }

    private async Task SendChangesAsync(LiveParts parts, CancellationToken gone)
    {
        while (sent < document.Audience.Version)
        {
            var parcel = document.Audience.After(sent) ?? await FromLogAsync(parts, gone);
            await line.SendAsync(parcel.Message);
            sent = parcel.To;
        }
    }

    private ValueTask SendAsync(Message? message) =>
        message is null ? ValueTask.CompletedTask : line.SendAsync(message);

    private async Task<Parcel> FromLogAsync(LiveParts parts, CancellationToken gone)
    {
        var kept = await parts.ChangesAsync(document.Id, sent, sent + FromLogAtOnce, gone);
        RawUpdate[] updates =
        [
            .. kept.Select(change => RawUpdate.Of(change, document.Audience.NumberOf(change.AuthorId))),
        ];
        return Parcel.Of(document.Id, sent, RawUpdate.OneMessage(updates));
    }
}
