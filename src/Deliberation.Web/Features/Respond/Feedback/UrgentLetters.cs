using Deliberation.Domain.Respond.Feedback;
using Deliberation.Domain.Respond.Feedback.Triage;
using Deliberation.Web.Features.Account;
using Deliberation.Web.Platform.Localization;
using Deliberation.Web.Platform.Mail;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using UserFeedback = Deliberation.Domain.Respond.Feedback.Feedback;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>
/// Writes to those who moderate that urgent feedback waits: how many, since when, and where. Neither its words nor its
/// author's address: a mailbox is read by others.
/// </summary>
internal sealed class UrgentLetters(
    DeliberationDb db,
    UrgentReaders readers,
    Letters letters,
    PublicAddress service,
    TimeProvider clock,
    FeatureTexts<UrgentLetters> texts
)
{
    /// <summary>Writes if something came and the last letter is old enough; a second look writes nothing.</summary>
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (!await db.Set<UrgentNotice>().AnyAsync(cancellationToken))
        {
            return;
        }

        var call = await db.Set<UrgentCall>().SingleOrDefaultAsync(cancellationToken);
        if (call is null)
        {
            call = UrgentCall.Begin();
            db.Add(call);
        }

        // While nobody can be written to, the notices wait for somebody.
        var moderators = await readers.ToldAsync(cancellationToken);
        if (moderators.Count > 0 && call.MayBeMade(now))
        {
            await db.InOneTransactionAsync(
                () => MakeAsync(call, moderators, now, cancellationToken),
                cancellationToken
            );
        }
    }

    // What is counted was on disk before the notices were taken away: what comes meanwhile keeps its own.
    private async Task<int> MakeAsync(
        UrgentCall call,
        IReadOnlyList<Person> moderators,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var told = await db.Set<UrgentNotice>().ExecuteDeleteAsync(cancellationToken);
        var waiting = db.Set<UserFeedback>()
            .Where(feedback =>
                feedback.Stage == FeedbackStage.Received && feedback.Severity == Severity.Urgent
            );
        var count = await waiting.CountAsync(cancellationToken);
        if (count > 0)
        {
            call.Make(now);
            var since = await waiting.MinAsync(feedback => feedback.ReceivedAt, cancellationToken);
            foreach (var moderator in moderators)
            {
                Write(moderator, count, since);
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        return told;
    }

    private void Write(Person moderator, int count, DateTimeOffset since)
    {
        using var _ = Platform.Localization.Spoken.In(moderator.Language);
        var waiting = texts.Many(
            count,
            "{0} retour urgent attend d’être lu",
            "{0} retours urgents attendent d’être lus"
        );
        letters.Write(
            moderator.Email,
            waiting,
            string.Join(
                "\n\n",
                texts["Bonjour,"],
                $"{waiting}.",
                texts["Le plus ancien attend depuis le {0}.", FrenchDates.DateAndTime(since)],
                texts["Quelqu’un est peut-être en danger. Lisez-les d’abord, avec ce qu’il faut faire :"],
                service.Of("/bureau/retours"),
                texts["Vous recevez cette lettre parce que vous modérez les retours."],
                texts["Une lettre au plus toutes les {0} minutes.", (int)UrgentCall.Quiet.TotalMinutes],
                texts["Pour choisir de la recevoir ou non : {0}", service.Of("/bureau/retours/lettres")]
            )
        );
    }
}
