using Deliberation.Domain;
using Deliberation.Domain.Deliberate.Drafting;
using Deliberation.Web.Features.Deliberate.Drafting.Live;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Deliberation.Web.Features.Deliberate.Drafting;

/// <summary>
/// Writes in several texts, and in what is kept beside them, in one transaction: all of it is kept, or none. Nobody else
/// writes in these texts meanwhile; what was accepted and not yet written finds the place taken, as by another node,
/// and comes after.
/// </summary>
internal sealed class TextsTogether(
    DeliberationDb db,
    DocumentLog log,
    Documents documents,
    LiveDocuments live,
    DatabaseChoice database,
    TimeProvider clock,
    IOptions<DraftingLimits> limits
)
{
    private readonly Dictionary<Guid, int> grown = [];

    /// <param name="texts">The texts that stand still; one that the work makes need not be among them.</param>
    public async Task<T> WriteAsync<T>(
        IEnumerable<Guid> texts,
        Func<Task<T>> work,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await db.InOneTransactionAsync(
                async () =>
                {
                    // Always in the same order, which is the writer's too: nobody waits for one another.
                    foreach (var text in texts.Distinct().Order())
                    {
                        await documents.HoldAsync(text, cancellationToken);
                    }

                    var done = await work();
                    await db.SaveChangesAsync(cancellationToken);
                    await RingAsync(cancellationToken);
                    return done;
                },
                cancellationToken
            );
        }
        finally
        {
            await TellOpenPagesAsync();
        }
    }

    /// <summary>Inside <see cref="WriteAsync"/>: adds changes to a text, attributed one by one.</summary>
    /// <param name="baseVersion">The version the changes were made of.</param>
    /// <param name="key">At most 30 letters, figures and dashes, never used before in this text.</param>
    /// <returns>The version that holds them all.</returns>
    /// <exception cref="RuleBroken">The text is frozen, or would grow too long.</exception>
    public async Task<int> AddAsync(
        Guid documentId,
        int baseVersion,
        IReadOnlyList<AuthoredChange> changes,
        string key,
        CancellationToken cancellationToken
    )
    {
        var document = await db.Set<Document>().SingleAsync(d => d.Id == documentId, cancellationToken);
        if (document.IsFrozen)
        {
            throw new RuleBroken(DraftingRules.AFrozenTextDoesNotMove);
        }

        var text = await AtAsync(documentId, baseVersion, cancellationToken);
        var before = text.Version;
        foreach (var (i, (author, change)) in changes.Index())
        {
            foreach (var accepted in text.Accept(author, baseVersion, [new($"{key}-{i}", 0, change)]))
            {
                db.Add(Row(documentId, text.Version, author, accepted));
            }
        }

        KeepWhole(documentId, before, text);
        grown[documentId] = text.Version;
        await db.SaveChangesAsync(cancellationToken);
        return text.Version;
    }

    private async Task<LiveText> AtAsync(Guid documentId, int version, CancellationToken cancellationToken)
    {
        var start = await log.TextAsync(documentId, cancellationToken, version);
        var text = new LiveText(start.Text, start.Version);
        foreach (var row in await log.ChangesAsync(documentId, version, int.MaxValue, cancellationToken))
        {
            text.Restore(new ClientChange(row.ClientId, row.Sequence, WireChange.Parse(row.Content)));
        }

        return text;
    }

    private ChangeRow Row(Guid documentId, int version, Guid author, ClientChange accepted) =>
        new()
        {
            DocumentId = documentId,
            Version = version,
            AuthorId = author,
            ClientId = accepted.ClientId,
            Sequence = accepted.Sequence,
            Content = WireChange.Write(accepted.Change),
            At = clock.GetUtcNow(),
        };

    private void KeepWhole(Guid documentId, int before, LiveText text)
    {
        var every = limits.Value.SnapshotEvery;
        if (before / every < text.Version / every)
        {
            db.Add(
                new Snapshot
                {
                    DocumentId = documentId,
                    Version = text.Version,
                    Text = text.ToString(),
                }
            );
        }
    }

    // Part of the transaction: it rings once what it announces can be read.
    private async Task RingAsync(CancellationToken cancellationToken)
    {
        foreach (var payload in database.IsPostgres ? NodeBell.Payloads(grown) : [])
        {
            await db.Database.ExecuteSqlAsync(
                $"SELECT pg_notify({NodeBell.Name}, {payload})",
                cancellationToken
            );
        }
    }

    private async Task TellOpenPagesAsync()
    {
        foreach (var text in grown.Keys)
        {
            await (live.Find(text)?.ReadOnAsync(CancellationToken.None) ?? Task.CompletedTask);
        }

        grown.Clear();
    }
}
