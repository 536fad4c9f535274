using System.Data.Common;
using Deliberation.Web.Platform.Persistence;
using Npgsql;

namespace Deliberation.Web.Features.Deliberate.Drafting.Live;

/// <summary>The few statements that write changes, prepared once on a connection of their own.</summary>
internal sealed class ChangeStatements : IAsyncDisposable
{
    private readonly DbConnection connection;
    private readonly DbCommand frozen;
    private readonly DbCommand frozenOfHeld;
    private readonly DbCommand change;
    private readonly DbCommand snapshot;

    private ChangeStatements(DbConnection connection)
    {
        this.connection = connection;
        var hold = connection is NpgsqlConnection ? " FOR SHARE" : "";
        frozen = Prepare(
            $"""SELECT "FrozenReason" FROM "Documents" WHERE "Id" = @document{hold}""",
            ("document", Guid.Empty)
        );
        frozenOfHeld = Prepare(
            """SELECT "FrozenReason" FROM "Documents" WHERE "Id" = @document""",
            ("document", Guid.Empty)
        );
        change = Prepare(
            """
            INSERT INTO "Changes" ("DocumentId", "Version", "AuthorId", "ClientId", "Sequence", "Content", "At")
            VALUES (@document, @version, @author, @client, @sequence, @content, @at)
            """,
            ("document", Guid.Empty),
            ("version", 0),
            ("author", Guid.Empty),
            ("client", ""),
            ("sequence", 0),
            ("content", ""),
            ("at", DateTime.UnixEpoch)
        );
        snapshot = Prepare(
            """INSERT INTO "Snapshots" ("DocumentId", "Version", "Text") VALUES (@document, @version, @text)""",
            ("document", Guid.Empty),
            ("version", 0),
            ("text", "")
        );
    }

    public static async Task<ChangeStatements> OpenAsync(DatabaseChoice choice)
    {
        var opened = choice.CreateConnection();
        await opened.OpenAsync();
        if (!choice.IsPostgres)
        {
            SqliteDurability.Apply(opened);
        }
        else
        {
            await LimitTransactionsAsync(opened);
        }

        return new ChangeStatements(opened);
    }

    /// <summary>Writes in one transaction what is not frozen meanwhile; says what that was.</summary>
    public async Task<IReadOnlyList<AcceptedPush>> WriteAsync(IReadOnlyList<AcceptedPush> pushes)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        frozen.Transaction =
            frozenOfHeld.Transaction =
            change.Transaction =
            snapshot.Transaction =
                transaction;
        var written = new List<AcceptedPush>(pushes.Count);
        foreach (var sameText in pushes.GroupBy(push => push.Document).OrderBy(group => group.Key.Id))
        {
            if (await MayChangeAsync(sameText.Key))
            {
                foreach (var push in sameText)
                {
                    await WriteAsync(push);
                    written.Add(push);
                }
            }
        }

        await RingAsync(transaction, written);
        await transaction.CommitAsync();
        return written;
    }

    public async ValueTask DisposeAsync()
    {
        await frozen.DisposeAsync();
        await frozenOfHeld.DisposeAsync();
        await change.DisposeAsync();
        await snapshot.DisposeAsync();
        await connection.DisposeAsync();
    }

    private async Task<bool> MayChangeAsync(LiveDocument document)
    {
        var asked = document.IsHeld ? frozenOfHeld : frozen;
        asked.Parameters[0].Value = document.Id;
        return await asked.ExecuteScalarAsync() is DBNull;
    }

    // A node that is stopped in the middle must not hold up the others for longer than this.
    public static async Task LimitTransactionsAsync(DbConnection connection)
    {
        await using var limit = connection.CreateCommand();
        limit.CommandText = "SET idle_in_transaction_session_timeout = '3s'; SET statement_timeout = '10s'";
        await limit.ExecuteNonQueryAsync();
    }

    // The bell is part of the transaction: it rings once what it announces can be read.
    private async Task RingAsync(DbTransaction transaction, IReadOnlyList<AcceptedPush> written)
    {
        if (connection is not NpgsqlConnection)
        {
            return;
        }

        foreach (var payload in NodeBell.Payloads(written))
        {
            await using var ring = connection.CreateCommand();
            ring.Transaction = transaction;
            ring.CommandText = $"SELECT pg_notify('{NodeBell.Name}', @payload)";
            ring.Parameters.Add(new NpgsqlParameter("payload", payload));
            await ring.ExecuteNonQueryAsync();
        }
    }

    private async Task WriteAsync(AcceptedPush push)
    {
        foreach (var kept in push.Changes)
        {
            await ExecuteAsync(
                change,
                push.Document.Id,
                kept.Version,
                kept.AuthorId,
                kept.Change.ClientId,
                kept.Change.Sequence,
                kept.Content,
                kept.At.UtcDateTime
            );
        }

        if (push.Snapshot is { } whole)
        {
            await ExecuteAsync(snapshot, push.Document.Id, whole.Version, whole.Text);
        }
    }

    private static Task ExecuteAsync(DbCommand command, params ReadOnlySpan<object> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i];
        }

        return command.ExecuteNonQueryAsync();
    }

    private DbCommand Prepare(string text, params ReadOnlySpan<(string Name, object Example)> parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = text;
        foreach (var (name, example) in parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, example);
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
