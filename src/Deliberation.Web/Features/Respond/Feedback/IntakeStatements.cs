using System.Data.Common;
using Deliberation.Domain;
using Deliberation.Domain.Respond.Feedback;
using Deliberation.Web.Platform.Messaging;
using Deliberation.Web.Platform.Persistence;
using UserFeedback = Deliberation.Domain.Respond.Feedback.Feedback;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>The few statements that keep feedbacks, prepared once on a connection of their own.</summary>
internal sealed class IntakeStatements : IAsyncDisposable
{
    private readonly DbConnection connection;
    private readonly EventTeller teller;
    private readonly NewRows rows;
    private readonly DbCommand lastNumber;
    private readonly DbCommand keepNumber;
    private readonly DbCommand findCode;
    private readonly DbCommand findKey;
    private readonly Dictionary<int, int> last = [];
    private readonly List<PendingEvent> untold = [];

    private IntakeStatements(DbConnection connection, EventTeller teller, bool isPostgres)
    {
        (this.connection, this.teller) = (connection, teller);
        rows = new NewRows(connection, DatabaseModel.For(isPostgres));
        // Holds the year's row: other nodes wait here, so that what is looked for behind it is seen by all.
        lastNumber = Prepare(
            """
            INSERT INTO "FeedbackYears" ("Year", "Last") VALUES (@year, 0)
            ON CONFLICT ("Year") DO UPDATE SET "Last" = "FeedbackYears"."Last" RETURNING "Last"
            """,
            "year"
        );
        keepNumber = Prepare(
            """UPDATE "FeedbackYears" SET "Last" = @last WHERE "Year" = @year""",
            "last",
            "year"
        );
        findCode = Prepare("""SELECT "Number" FROM "Feedbacks" WHERE "CodeHash" = @hash""", "hash");
        findKey = Prepare("""SELECT "BodyHash", "Salt", "Number" FROM "IntakeKeys" WHERE "Id" = @id""", "id");
    }

    public static async Task<IntakeStatements> OpenAsync(DatabaseChoice choice, EventTeller teller)
    {
        var opened = choice.CreateConnection();
        await opened.OpenAsync();
        if (!choice.IsPostgres)
        {
            SqliteDurability.Apply(opened);
        }

        return new IntakeStatements(opened, teller, choice.IsPostgres);
    }

    /// <summary>Keeps them in one transaction, in order and without a gap between their numbers.</summary>
    /// <returns>What somebody still has to be told of.</returns>
    public async Task<IReadOnlyList<PendingEvent>> WriteAsync(IReadOnlyList<WaitingFeedback> batch)
    {
        last.Clear();
        untold.Clear();
        await using var transaction = await connection.BeginTransactionAsync();
        foreach (var waiting in batch)
        {
            try
            {
                waiting.Reception = await KeepOnceAsync(waiting.Incoming, transaction);
            }
            catch (RuleBroken broken)
            {
                waiting.Failure = broken; // before anything of it was written
            }
        }

        foreach (var (year, number) in last)
        {
            await Ask(keepNumber, transaction, number, year).ExecuteNonQueryAsync();
        }

        await transaction.CommitAsync();
        return [.. untold];
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var command in (DbCommand[])[lastNumber, keepNumber, findCode, findKey])
        {
            await command.DisposeAsync();
        }

        await rows.DisposeAsync();
        await connection.DisposeAsync();
    }

    private async Task<Reception> KeepOnceAsync(Incoming incoming, DbTransaction transaction)
    {
        var year = incoming.At.UtcDateTime.Year;
        if (!last.ContainsKey(year))
        {
            var number = await Ask(lastNumber, transaction, year).ExecuteScalarAsync();
            last[year] = Convert.ToInt32(number, System.Globalization.CultureInfo.InvariantCulture);
        }

        return await FindAsync(incoming, transaction) ?? await KeepAsync(incoming, year, transaction);
    }

    private async Task<Reception?> FindAsync(Incoming incoming, DbTransaction transaction)
    {
        if (incoming.Key is { } key)
        {
            await using var found = await Ask(findKey, transaction, key.Id).ExecuteReaderAsync();
            return await found.ReadAsync()
                ? Known(
                    key with
                    {
                        BodyHash = found.GetString(0),
                        Salt = found.GetString(1),
                        Number = found.GetString(2),
                    }
                )
                : null;
        }

        return
            incoming.MayComeAgain
            && await Ask(findCode, transaction, UserFeedback.HashOf(incoming.Code)).ExecuteScalarAsync()
                is string number
            ? new Reception(number, IsNew: false)
            : null;
    }

    private static Reception Known(IntakeKey key) => new(key.Number, IsNew: false, key);

    private async Task<Reception> KeepAsync(Incoming incoming, int year, DbTransaction transaction)
    {
        var number = FeedbackNumber.Of(year, last[year] + 1);
        var arrival = new Arrival(Guid.CreateVersion7(incoming.At), number, incoming.Door, incoming.Language)
        {
            BroughtBy = incoming.BroughtBy,
            TypedBy = incoming.Typed?.By,
            GivenOn = incoming.Typed?.On,
        };
        var feedback = UserFeedback.Receive(arrival, incoming.Code, incoming.Answers, incoming.At);
        await rows.AddAsync(feedback, transaction);
        if (incoming.Key is { } key)
        {
            await rows.AddAsync(key with { Number = number }, transaction);
        }

        await KeepEventsAsync(feedback, incoming.At, transaction);
        last[year]++;
        return new Reception(number, IsNew: true);
    }

    // As DeliberationDb does, for those who react. The register has no part in it: a feedback comes in unseen.
    private async Task KeepEventsAsync(UserFeedback feedback, DateTimeOffset at, DbTransaction transaction)
    {
        foreach (var happened in feedback.TakeEvents().Where(teller.HasListener))
        {
            var pending = PendingEvent.Of(happened, at);
            await rows.AddAsync(pending, transaction);
            untold.Add(pending);
        }
    }

    private static DbCommand Ask(
        DbCommand command,
        DbTransaction transaction,
        params ReadOnlySpan<object> values
    )
    {
        command.Transaction = transaction;
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i];
        }

        return command;
    }

    private DbCommand Prepare(string text, params ReadOnlySpan<string> names)
    {
        var command = connection.CreateCommand();
        command.CommandText = text;
        foreach (var name in names)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
