using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Respond.Reminders;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Features.Account;
using Deliberation.Web.Platform.Localization;
using Deliberation.Web.Platform.Mail;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Reminders;

/// <summary>One letter to each agent of a body: the answers that are late, and those that soon will be.</summary>
internal sealed class ReminderLetters(
    DeliberationDb db,
    Letters letters,
    PublicAddress service,
    FeatureTexts<ReminderLetters> texts
)
{
    private const int MostTold = 20;
    private const int MostAgents = 100;

    /// <summary>Writes if there is cause to; the letters leave with the caller's own <c>SaveChangesAsync</c>.</summary>
    public async Task WriteAsync(BodyReminder reminder, DateOnly today, CancellationToken cancellationToken)
    {
        var horizon = BodyReminder.Horizon(today);
        var owed = db.Set<Treatment>()
            .Where(treatment => treatment.BodyId == reminder.Id && treatment.ExpectedOn <= horizon);
        var days = await owed.Select(treatment => treatment.ExpectedOn!.Value) // asked for above
            .Distinct()
            .ToListAsync(cancellationToken);
        if (!reminder.Calls(days, today))
        {
            return;
        }

        var told = await owed.OrderBy(treatment => treatment.ExpectedOn)
            .ThenBy(treatment => treatment.Reference)
            .Take(MostTold)
            .Select(treatment => new Owed(treatment.Reference, treatment.Title, treatment.ExpectedOn))
            .ToListAsync(cancellationToken);
        var late = await owed.CountAsync(treatment => treatment.ExpectedOn < today, cancellationToken);
        var soon = await owed.CountAsync(cancellationToken) - late;
        foreach (var agent in await AgentsAsync(reminder.Id, cancellationToken))
        {
            Write(agent, told, (late, soon), today);
        }
    }

    private async Task<List<Person>> AgentsAsync(Guid body, CancellationToken cancellationToken) =>
        await (
            from post in db.Set<Appointment>()
            join person in db.Set<Person>() on post.PersonId equals person.Id
            where post.BodyId == body && post.Role == InstanceRole.Agent && post.EndedAt == null
            where person.Email != null && person.EmailConfirmed
            orderby person.Id
            select person
        )
            .AsNoTracking()
            .Take(MostAgents)
            .ToListAsync(cancellationToken);

    private void Write(Person agent, IReadOnlyList<Owed> told, (int Late, int Soon) count, DateOnly today)
    {
        using var _ = Spoken.In(agent.Language);
        string[] more =
            count.Late + count.Soon > told.Count ? [texts["La suite se lit sur votre bureau."]] : [];
        string[] paragraphs =
        [
            texts["Bonjour,"],
            texts[
                "Réponses en retard : {0}. À donner d’ici cinq jours ouvrés : {1}.",
                count.Late,
                count.Soon
            ],
            .. told.Select(line => Say(line, today)),
            .. more,
            texts["Répondre :"],
            service.Of("/bureau/suivi"),
            texts["Une seule lettre par jour au plus, et une par semaine pour ce qui reste en retard."],
        ];
        letters.Write(
            agent.Email,
            count.Late > 0
                ? texts["Des réponses de votre organisme sont en retard"]
                : texts["Des réponses de votre organisme sont attendues bientôt"],
            string.Join("\n\n", paragraphs)
        );
    }

    private string Say(Owed line, DateOnly today) =>
        string.Join(
            '\n',
            $"{line.Reference} · {line.Title}",
            line.ExpectedOn < today
                ? texts["Attendue le {0:D}, en retard.", line.ExpectedOn!] // compared above
                : texts["Attendue le {0:D}.", line.ExpectedOn!], // asked for above
            service.Of($"/bureau/suivi/{line.Reference}")
        );

    private sealed record Owed(string Reference, string Title, DateOnly? ExpectedOn);
}
