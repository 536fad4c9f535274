using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Seeding.Files;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Answer = Deliberation.Web.Features.Respond.Tracking.Answer;
using Entrust = Deliberation.Web.Features.Respond.Tracking.Entrust;

namespace Deliberation.Web.Platform.Seeding;

/// <summary>Has the fictional bodies answer, each by its own agent, and hands a proposition over when another answers.</summary>
internal sealed class LoadAnswers(
    SeedJournal journal,
    SeedSchedule schedule,
    IReadOnlyList<PersonaNote> personas,
    LoadVerdicts verdicts
)
{
    private Guid Administrator =>
        journal[$"person:{personas.First(persona => persona.InstanceRole == "administrator").Key}"];

    public void Load(OpinionNote opinion)
    {
        foreach (var proposition in opinion.Sections.SelectMany(section => section.Propositions))
        {
            var reference = $"{opinion.Reference}-P{proposition.Number}";
            foreach (var answer in proposition.Answers)
            {
                var at = journal.Day(answer.Day);
                schedule.At(
                    at,
                    () =>
                        journal.OnceAsync(
                            $"answer:{reference}:{answer.Day}",
                            at,
                            services => GiveAsync(services, reference, answer)
                        )
                );
                if (answer.Verdicts is { } said)
                {
                    verdicts.Load(reference, said, at);
                }
            }
        }
    }

    private async Task<Guid> GiveAsync(IServiceProvider services, string reference, AnswerNote answer)
    {
        var mediator = services.GetRequiredService<IMediator>();
        var body = journal[$"body:{answer.Body}"];
        var treatments = services.GetRequiredService<DeliberationDb>().Set<Treatment>();
        if (
            await treatments.AnyAsync(treatment =>
                treatment.Reference == reference && treatment.BodyId != body
            )
        )
        {
            await mediator.Send(new Entrust.Command(Administrator, reference, body));
        }

        await mediator.Send(new Answer.Command(AgentOf(answer.Body), reference, Content(answer)));
        return body;
    }

    private Guid AgentOf(string body) =>
        journal[$"person:{personas.First(persona => persona.Body == body).Key}"];

    private TreatmentAnswer Content(AnswerNote answer) =>
        new()
        {
            Key = Guid.NewGuid(),
            Status = answer.Status,
            Reason = answer.Reason,
            Function = answer.Function,
            EvidenceLink = answer.Evidence,
            EvidenceCitation = answer.Citation,
            Decision = Decided(answer),
            Fidelity = answer.Fidelity,
            SuccessMeasure = answer.Measure,
            Corrects = answer.Corrects,
            Replies = PositionReplies.Of(
                answer.Replies.Select((words, place) => new PositionReply(place + 1, words))
            ),
            NextUpdateOn = answer.NextUpdateDay is { } day ? journal.Date(day) : null,
        };

    private static Decision? Decided(AnswerNote answer) =>
        answer.Decision is { } kind
            ? new Decision
            {
                Kind = kind,
                Kept = answer.Kept,
                NotKept = answer.NotKept,
                Ground = answer.Ground,
                WouldChange = answer.WouldChange,
            }
            : null;
}
