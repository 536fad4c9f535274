using Deliberation.Domain.Deliberate.Drafting;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Deliberation.Web.Features.Deliberate.Drafting.Live;

/// <summary>What every live text needs: the writer, what is kept, the clock, the limits, and who may be there.</summary>
internal sealed class LiveParts(
    IServiceScopeFactory scopes,
    DatabaseChoice database,
    ChangeWriter writer,
    Standing standing,
    Allowances allowances,
    LiveMeters meters,
    TimeProvider clock,
    IOptions<DraftingLimits> limits
)
{
    public ChangeWriter Writer => writer;

    /// <summary>Whether other processes may write in the same texts.</summary>
    public bool HasOtherNodes => database.IsPostgres;

    public Standing Standing => standing;

    public Allowances Allowances => allowances;

    public LiveMeters Meters => meters;

    public TimeProvider Clock => clock;

    public DraftingLimits Limits => limits.Value;

    /// <summary>The text as kept, with the changes since the last whole text.</summary>
    public async Task<(LiveText Text, IReadOnlyList<KeptChange> Later, string? Frozen)> LoadAsync(
        Guid documentId,
        CancellationToken cancellationToken
    )
    {
        await using var scope = scopes.CreateAsyncScope();
        var log = scope.ServiceProvider.GetRequiredService<DocumentLog>();
        var start = await log.SnapshotAsync(documentId, int.MaxValue, cancellationToken);
        var later = Kept(await log.ChangesAsync(documentId, start.Version, int.MaxValue, cancellationToken));
        var text = new LiveText(start.Text, start.Version);
        foreach (var change in later)
        {
            text.Restore(change.Change);
        }

        return (text, later, await FrozenAsync(documentId, cancellationToken));
    }

    /// <summary>Why the text is frozen; null when it may change.</summary>
    public async Task<string?> FrozenAsync(Guid documentId, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope
            .ServiceProvider.GetRequiredService<DeliberationDb>()
            .Set<Document>()
            .Where(document => document.Id == documentId)
            .Select(document => document.FrozenReason)
            .SingleAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<KeptChange>> ChangesAsync(
        Guid documentId,
        int after,
        int upTo,
        CancellationToken cancellationToken
    )
    {
        await using var scope = scopes.CreateAsyncScope();
        var log = scope.ServiceProvider.GetRequiredService<DocumentLog>();
        return Kept(await log.ChangesAsync(documentId, after, upTo, cancellationToken));
    }

    public async Task<ChangeRow?> LastOfAsync(
        Guid documentId,
        string clientId,
        CancellationToken cancellationToken
    )
    {
        await using var scope = scopes.CreateAsyncScope();
        var log = scope.ServiceProvider.GetRequiredService<DocumentLog>();
        return await log.LastOfAsync(documentId, clientId, cancellationToken);
    }

    public async Task<Guid?> SpaceOfAsync(Guid documentId, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope
            .ServiceProvider.GetRequiredService<DeliberationDb>()
            .Set<Document>()
            .Where(document => document.Id == documentId)
            .Select(document => (Guid?)document.SpaceId)
            .FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>Keeps other nodes from writing in a text until the result is disposed of; three seconds at most.</summary>
    public async Task<IAsyncDisposable> HoldAsync(Guid documentId, CancellationToken cancellationToken)
    {
        var connection = database.CreateConnection();
        try
        {
            await connection.OpenAsync(cancellationToken);
            await ChangeStatements.LimitTransactionsAsync(connection);
            // Closing the connection ends the transaction, and with it the lock.
            await using var hold = connection.CreateCommand();
            hold.Transaction = await connection.BeginTransactionAsync(cancellationToken);
            hold.CommandText = """SELECT 1 FROM "Documents" WHERE "Id" = @document FOR NO KEY UPDATE""";
            hold.Parameters.Add(new NpgsqlParameter("document", documentId));
            await hold.ExecuteScalarAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>How far these texts are, and why they are frozen if they are.</summary>
    public async Task<IReadOnlyList<TextHead>> HeadsAsync(
        IReadOnlyList<Guid> documentIds,
        CancellationToken cancellationToken
    )
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DeliberationDb>();
        return await db.Set<Document>()
            .Where(document => documentIds.Contains(document.Id))
            .Select(document => new TextHead(
                document.Id,
                db.Set<ChangeRow>()
                    .Where(change => change.DocumentId == document.Id)
                    .Max(change => (int?)change.Version)
                    ?? 0,
                document.FrozenReason
            ))
            .ToListAsync(cancellationToken);
    }

    private static List<KeptChange> Kept(IEnumerable<ChangeRow> rows) =>
        [
            .. rows.Select(row => new KeptChange(
                row.Version,
                row.AuthorId,
                new ClientChange(row.ClientId, row.Sequence, WireChange.Parse(row.Content)),
                row.Content,
                row.At
            )),
        ];
}

/// <summary>How far a text is.</summary>
internal sealed record TextHead(Guid DocumentId, int Version, string? Frozen);
