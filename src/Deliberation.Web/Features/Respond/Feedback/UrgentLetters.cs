using Deliberation.Domain.Assemble.Membership;
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
/// Writes to every moderator that urgent feedback waits: how many, since when, and where. Neither its words nor its
/// author's address: a mailbox is read by others.
/// </summary>
internal sealed class UrgentLetters(
    DeliberationDb db,
    Letters letters,
    PublicAddress service,
    TimeProvider clock,
    FeatureTexts<UrgentLetters> texts
)
{
    private const int MostModerators = 100;

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
        var moderators = await ModeratorsAsync(cancellationToken);
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
        List<Person> moderators,
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
            moderators.ForEach(moderator => Write(moderator, count, since));
        }

        await db.SaveChangesAsync(cancellationToken);
        return told;
    }

    private async Task<List<Person>> ModeratorsAsync(CancellationToken cancellationToken) =>
        await (
            from post in db.Set<Appointment>()
            join person in db.Set<Person>() on post.PersonId equals person.Id
            where post.Role == InstanceRole.Moderator && post.EndedAt == null
            where person.Email != null && person.EmailConfirmed
            orderby person.Id
            select person
        )
            .AsNoTracking()
            .Take(MostModerators)
            .ToListAsync(cancellationToken);

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
                texts["Une lettre au plus toutes les {0} minutes.", (int)UrgentCall.Quiet.TotalMinutes]
            )
        );
    }
}
