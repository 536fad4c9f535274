using Deliberation.Domain.Respond.Instruction;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Features.Respond.Instruction;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Seeding.Files;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Platform.Seeding;

/// <summary>Has one fictional body read and sign its answers, and leaves some of them under way.</summary>
internal sealed class LoadChain(SeedJournal journal, SeedSchedule schedule)
{
    public void Load(ChainNote chain)
    {
        var at = journal.Day(chain.Day);
        var body = journal[$"body:{chain.Body}"];
        Send($"chain:{chain.Body}", at, () => new Chains.Command(Person(chain.By), body, On: true));
        var words = new TemplateWords(chain.Template.Title, chain.Template.Text);
        Send(
            $"template:{chain.Body}",
            at.AddMinutes(5),
            () => new Templates.Command(Person(chain.Template.By), Guid.CreateVersion7(at), words)
        );
        foreach (var (index, prepared) in chain.Prepared.Index())
        {
            Prepare(prepared, at.AddHours(1 + index));
        }
    }

    private void Prepare(PreparedNote note, DateTimeOffset at)
    {
        var key = $"prepared:{note.Proposition}";
        schedule.At(at, () => journal.OnceAsync(key, at, services => PrepareAsync(services, note, at)));
        if (note.ReadBy is { } reader)
        {
            Send(
                $"{key}:read",
                at.AddDays(1),
                () => new Review.Command(new StepTaken(Person(reader), journal[key], Seen: 1))
            );
        }
    }

    private async Task<Guid> PrepareAsync(IServiceProvider services, PreparedNote note, DateTimeOffset at)
    {
        var answered = await services
            .GetRequiredService<DeliberationDb>()
            .Set<Treatment>()
            .Where(treatment => treatment.Reference == note.Proposition)
            .Select(treatment => treatment.AnswerCount)
            .FirstAsync();
        var content = new TreatmentAnswer
        {
            Key = Guid.CreateVersion7(at),
            After = answered,
            Status = note.Status,
            Reason = note.Reason,
            Function = note.Function,
            EvidenceLink = note.Evidence,
            NextUpdateOn = note.NextUpdateDay is { } day ? journal.Date(day) : null,
        };
        var command = new Prepare.Command(Person(note.By), note.Proposition, content);
        return await services.GetRequiredService<IMediator>().Send(command);
    }

    private void Send(string key, DateTimeOffset at, Func<IRequest<Guid>> command) =>
        schedule.At(at, () => journal.SendAsync(key, at, command()));

    private Guid Person(string key) => journal[$"person:{key}"];
}
