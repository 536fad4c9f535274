using Deliberation.Domain.Respond.Feedback;
using Deliberation.Domain.Respond.Feedback.Triage;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Features.Respond.Feedback;
using Deliberation.Web.Features.Respond.Feedback.Meaning;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Seeding.Files;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Story = Deliberation.Domain.Respond.Feedback.Feedback;

namespace Deliberation.Web.Platform.Seeding;

/// <summary>Has invented patients give their feedback, and the desk moderate, link and answer it.</summary>
internal sealed class LoadFeedback(SeedJournal journal, SeedSchedule schedule)
{
    private const string Opinion = "AC-2026-01";
    private const int FirstDay = -175;
    private const string OneReads = "Relu : plus personne n’y est reconnaissable.";

    private Guid Moderator => journal["person:moderation"];

    private Guid SecondModerator => journal["person:moderation-2"];

    public void Load()
    {
        Place();
        foreach (var (index, note) in SeedFiles.Read<FeedbacksFile>("demo/feedbacks.yaml").Feedbacks.Index())
        {
            var key = $"feedback:{index}";
            var given = journal.Day(note.Day).AddMinutes(index);
            schedule.At(
                given,
                () => journal.OnceAsync(key, given, services => GiveAsync(services, note, given))
            );
            var moderated = Earlier(given.AddHours(26), journal.Today);
            schedule.At(moderated, () => ModerateAsync(key, note, moderated));
            if (note.Reply is { } reply)
            {
                var answered = journal.Day(reply.Day).AddHours(4);
                schedule.At(
                    answered,
                    () =>
                        journal.OnceAsync(
                            $"{key}:answered",
                            answered,
                            services => AnswerAsync(services, key, reply)
                        )
                );
            }
        }
    }

    /// <summary>Once a week, as rounds would have, so that subjects are as old as their feedbacks.</summary>
    private void Place()
    {
        for (var day = FirstDay; day <= 0; day += 7)
        {
            var at = Earlier(journal.Day(day).AddHours(12), journal.Today);
            schedule.At(at, () => journal.OnceAsync($"feedback:placed:{at:yyyyMMdd}", at, PlaceAsync));
        }
    }

    private static async Task<Guid> PlaceAsync(IServiceProvider services)
    {
        await services.GetRequiredService<PlacingRound>().PlaceAsync(CancellationToken.None);
        return Guid.Empty;
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) =>
        one < other ? one : other;

    private async Task<Guid> GiveAsync(IServiceProvider services, FeedbackNote note, DateTimeOffset given)
    {
        var words = new Spoken((Mark)note.Mark, Enum.Parse<Part>(note.Part, ignoreCase: true))
        {
            Easy = note.Easy,
            Hard = note.Hard,
            Text = note.Text,
            Suggestion = note.Suggestion,
            AgeBand = Band(note.Age),
            Departement = note.Departement,
        };
        var receipt = await services.GetRequiredService<IMediator>().Send(Arriving(words, note, given));
        return await services
            .GetRequiredService<DeliberationDb>()
            .Set<Story>()
            .Where(feedback => feedback.Number == receipt.Number)
            .Select(feedback => feedback.Id)
            .SingleAsync();
    }

    // A mediator types it the day after; the other moderator may then publish it.
    private Give.Command Arriving(Spoken words, FeedbackNote note, DateTimeOffset given) =>
        note.Door is null
            ? new Give.Command(words)
            : new Give.Command(words, Door: Enum.Parse<Door>(note.Door, ignoreCase: true))
            {
                Typed = (SecondModerator, WorkingDays.DateInParis(given).AddDays(-1)),
            };

    private static AgeBand? Band(string? age) =>
        age switch
        {
            "18-29" => AgeBand.From18To29,
            "30-44" => AgeBand.From30To44,
            "45-59" => AgeBand.From45To59,
            "60-74" => AgeBand.From60To74,
            "75+" => AgeBand.From75,
            _ => null,
        };

    private Task ModerateAsync(string key, FeedbackNote note, DateTimeOffset at) =>
        journal.OnceAsync(
            $"{key}:moderated",
            at,
            async services =>
            {
                var mediator = services.GetRequiredService<IMediator>();
                var (number, severity) = await WeighedAsync(services, key);
                foreach (var verb in Moderation(number, severity, note))
                {
                    await mediator.Send(verb);
                }

                return Guid.Empty;
            }
        );

    private IEnumerable<IRequest> Moderation(string number, Severity severity, FeedbackNote note)
    {
        switch (note.Moderation)
        {
            case "pending":
                yield break;
            case "spam":
                yield return new MarkAsSpam.Command(number, Moderator);
                yield break;
            case "proposed":
                yield return new Propose.Command(number, Reason: null, OneReads, Moderator);
                yield break;
            case "published":
                foreach (var verb in Deciding(number, severity, reason: null))
                {
                    yield return verb;
                }

                foreach (var proposition in note.Links)
                {
                    yield return new Link.Command(number, $"{Opinion}-P{proposition}", Moderator);
                }

                yield break;
            default:
                foreach (var verb in Deciding(number, severity, Reason(note.Moderation)))
                {
                    yield return verb;
                }

                yield break;
        }
    }

    // What is serious takes two persons, here as on the desk.
    private IEnumerable<IRequest> Deciding(string number, Severity severity, WithholdingReason? reason) =>
        severity > Severity.Ordinary
            ?
            [
                new Propose.Command(number, reason, OneReads, Moderator),
                new Decide.Command(number, SecondModerator, Seen: 1),
            ]
            :
            [
                reason is { } why
                    ? new Withhold.Command(number, why, Moderator)
                    : new Publish.Command(number, Moderator),
            ];

    private static WithholdingReason Reason(string moderation) =>
        moderation switch
        {
            "withheld:personal-data" => WithholdingReason.PersonalData,
            "withheld:insult" => WithholdingReason.Insult,
            "withheld:off-topic" => WithholdingReason.OffTopic,
            _ => throw new InvalidOperationException($"No such moderation: {moderation}"),
        };

    private async Task<Guid> AnswerAsync(IServiceProvider services, string key, ReplyNote reply)
    {
        var mediator = services.GetRequiredService<IMediator>();
        var number = await NumberAsync(services, key);
        var agent = reply.Body == "ministere-exemple" ? "person:agent-ministere" : "person:agent-agence";
        await mediator.Send(new PassOn.Command(number, journal[$"body:{reply.Body}"], Moderator));
        await mediator.Send(
            new Answer.Command(
                number,
                new ReplyWords(reply.Function, reply.Text, ReplyOutcome.Answer),
                journal[agent]
            )
        );
        return Guid.Empty;
    }

    private async Task<(string Number, Severity Severity)> WeighedAsync(IServiceProvider services, string key)
    {
        var kept = await services
            .GetRequiredService<DeliberationDb>()
            .Set<Story>()
            .Where(feedback => feedback.Id == journal[key])
            .Select(feedback => new { feedback.Number, feedback.Severity })
            .SingleAsync();
        return (kept.Number, kept.Severity);
    }

    private Task<string> NumberAsync(IServiceProvider services, string key) =>
        services
            .GetRequiredService<DeliberationDb>()
            .Set<Story>()
            .Where(feedback => feedback.Id == journal[key])
            .Select(feedback => feedback.Number)
            .SingleAsync();
}
