using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Platform.Mail;

/// <summary>
/// Sends what waits, every two seconds. A letter is claimed before it is carried, so two nodes do not both carry it;
/// one that fails waits longer each time, for about a day in all.
/// </summary>
internal sealed partial class MailRound(
    IServiceScopeFactory scopes,
    Postman postman,
    TimeProvider clock,
    ILogger<MailRound> log
) : Rounds(TimeSpan.FromSeconds(2), clock, log)
{
    private const int MostAttempts = 10;

    private readonly ILogger<MailRound> log = log;

    protected override Task GoRoundAsync(CancellationToken cancellationToken) =>
        SendWaitingAsync(cancellationToken);

    internal async Task SendWaitingAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DeliberationDb>();
        var letters = scope.ServiceProvider.GetRequiredService<Letters>();
        var now = Clock.GetUtcNow();
        var waiting = await db.Set<OutgoingMail>()
            .AsNoTracking()
            .Where(mail => mail.NextAttemptAt <= now)
            .OrderBy(mail => mail.NextAttemptAt)
            .Take(50)
            .ToListAsync(cancellationToken);

        foreach (var mail in waiting)
        {
            if (await IsClaimedAsync(db, mail, now, cancellationToken))
            {
                await CarryAsync(db, mail, letters.Read(mail), cancellationToken);
            }
        }
    }

    /// <summary>1, 2, 4 … minutes, at most 8 hours.</summary>
    internal static TimeSpan WaitAfter(int attempts) =>
        TimeSpan.FromMinutes(Math.Min(480, Math.Pow(2, attempts - 1)));

    private static async Task<bool> IsClaimedAsync(
        DeliberationDb db,
        OutgoingMail mail,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var attempt = mail.Attempts + 1;
        DateTimeOffset? next = attempt < MostAttempts ? now + WaitAfter(attempt) : null;
        return await db.InOneTransactionAsync(
                () =>
                    db.Set<OutgoingMail>()
                        .Where(row => row.Id == mail.Id && row.Attempts == mail.Attempts)
                        .ExecuteUpdateAsync(
                            row =>
                                row.SetProperty(claimed => claimed.Attempts, attempt)
                                    .SetProperty(claimed => claimed.NextAttemptAt, next),
                            cancellationToken
                        ),
                cancellationToken
            ) == 1;
    }

    private async Task CarryAsync(
        DeliberationDb db,
        OutgoingMail mail,
        string text,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await postman.CarryAsync(mail, text, cancellationToken);
            await db.InOneTransactionAsync(
                () =>
                    db.Set<OutgoingMail>()
                        .Where(row => row.Id == mail.Id)
                        .ExecuteDeleteAsync(CancellationToken.None),
                CancellationToken.None
            );
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The server's words may quote the address, so only the kind of failure is written down.
            LogFailure(mail.Id, mail.Attempts + 1, failure.GetType().Name);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Mail {MailId} could not leave (attempt {Attempt}): {Kind}.")]
    private partial void LogFailure(Guid mailId, int attempt, string kind);
}
