using System.Data.Common;
using Deliberation.Domain;
using Deliberation.Domain.Respond.Feedback;
using Deliberation.Domain.Respond.Feedback.Triage;
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
    public async Task<IReadOnlyList<PendingEvent>> WriteAsync(IReadOnlyList<WaitingGroup> batch)
    {
        last.Clear();
        untold.Clear();
        await using var transaction = await connection.BeginTransactionAsync();
        foreach (var group in batch)
        {
            try
            {
                await KeepAsync(group, transaction);
            }
            catch (Exception refused) when (refused is RuleBroken or SentOtherwise)
            {
                group.Settle(refused); // before anything of it was written
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

    // All of them are looked at before the first is written.
    private async Task KeepAsync(WaitingGroup group, DbTransaction transaction)
    {
        foreach (var waiting in group.Members)
        {
            await HoldYearAsync(waiting.Incoming.At.UtcDateTime.Year, transaction);
            waiting.Reception = await FindAsync(waiting.Incoming, transaction);
        }

        foreach (var (waiting, feedback) in Received(group))
        {
            waiting.Reception = await KeepAsync(waiting.Incoming, feedback, transaction);
        }
    }

    // Numbers are taken in order, and given back when one of the group breaks a rule.
    private List<(WaitingFeedback Waiting, UserFeedback Feedback)> Received(WaitingGroup group)
    {
        var received = new List<(WaitingFeedback, UserFeedback Feedback)>(group.Members.Count);
        try
        {
            foreach (var waiting in group.Members.Where(waiting => waiting.Reception is null))
            {
                received.Add((waiting, Receive(waiting.Incoming)));
                last[waiting.Incoming.At.UtcDateTime.Year]++;
            }
        }
        catch (RuleBroken)
        {
            received.ForEach(one => last[one.Feedback.ReceivedAt.UtcDateTime.Year]--);
            throw;
        }

        return received;
    }

    private UserFeedback Receive(Incoming incoming)
    {
        var year = incoming.At.UtcDateTime.Year;
        var number = FeedbackNumber.Of(year, last[year] + 1);
        var arrival = new Arrival(Guid.CreateVersion7(incoming.At), number, incoming.Door, incoming.Language)
        {
            BroughtBy = incoming.BroughtBy,
            TypedBy = incoming.Typed?.By,
            GivenOn = incoming.Typed?.On,
        };
        return UserFeedback.Receive(arrival, incoming.Code, incoming.Answers, incoming.At);
    }

    private async Task HoldYearAsync(int year, DbTransaction transaction)
    {
        if (!last.ContainsKey(year))
        {
            var number = await Ask(lastNumber, transaction, year).ExecuteScalarAsync();
            last[year] = Convert.ToInt32(number, System.Globalization.CultureInfo.InvariantCulture);
        }
    }

    private async Task<Reception?> FindAsync(Incoming incoming, DbTransaction transaction)
    {
        if (incoming.Key is { } key)
        {
            await using var found = await Ask(findKey, transaction, key.Id).ExecuteReaderAsync();
            return !await found.ReadAsync() ? null
                : found.GetString(0) != key.BodyHash ? throw new SentOtherwise()
                : Known(key with { Salt = found.GetString(1), Number = found.GetString(2) });
        }

        return
            incoming.MayComeAgain
            && await Ask(findCode, transaction, UserFeedback.HashOf(incoming.Code)).ExecuteScalarAsync()
                is string number
            ? new Reception(number, IsNew: false)
            : null;
    }

    private static Reception Known(IntakeKey key) => new(key.Number, IsNew: false, key);

    private async Task<Reception> KeepAsync(
        Incoming incoming,
        UserFeedback feedback,
        DbTransaction transaction
    )
    {
        await rows.AddAsync(feedback, transaction);
        if (feedback.Severity == Severity.Urgent)
        {
            var notice = new UrgentNotice { Number = feedback.Number, CameAt = incoming.At };
            await rows.AddAsync(notice, transaction);
        }

        if (incoming.Key is { } key)
        {
            await rows.AddAsync(key with { Number = feedback.Number }, transaction);
        }

        await KeepEventsAsync(feedback, incoming.At, transaction);
        return new Reception(feedback.Number, IsNew: true);
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
