namespace Deliberation.Web.Features.Deliberate.Drafting.Live;

/// <summary>The same text on several nodes.</summary>
internal sealed partial class LiveDocument
{
    /// <summary>Reads what another node wrote, for those who have the text open here.</summary>
    public async Task ReadOnAsync(CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            if (words is null)
            {
                return;
            }

            var rows = await parts.ChangesAsync(id, Audience.Version, int.MaxValue, cancellationToken);
            Follow(rows);
            Audience.Publish(rows);
        }
        finally
        {
            gate.Release();
        }
    }

    // Others kept writing first: let them wait until this one is on disk.
    private async Task<(int Version, Task<WriteOutcome> Written)> InsistAsync(
        Push push,
        CancellationToken cancellationToken
    )
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            IsHeld = true;
            await using var hold = await parts.HoldAsync(id, cancellationToken);
            Interlocked.Increment(ref epoch);
            var (version, written) = await PutInOrderAsync(push, cancellationToken);
            await written;
            return (version, written);
        }
        finally
        {
            IsHeld = false;
            gate.Release();
        }
    }

    private void Follow(IReadOnlyList<KeptChange> rows)
    {
        if (words is null || rows.Count == 0 || words.Version >= rows[^1].Version)
        {
            return; // Our own, on disk but not told yet; or lost to the other node, which the writer will find out.
        }

        if (words.Version >= rows[0].Version)
        {
            words = null; // What we accepted meanwhile lost the race: begin again from what is on disk.
            return;
        }

        foreach (var row in rows)
        {
            words.Restore(row.Change);
        }
    }
}
