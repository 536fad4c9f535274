using Deliberation.Domain.Respond.Feedback;
using Deliberation.Domain.Respond.Feedback.Meaning;
using Deliberation.Web.Features.Respond.Feedback;
using Deliberation.Web.Features.Respond.Feedback.Meaning;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Seeding.Files;
using MediatR;
using Microsoft.EntityFrameworkCore;
using FeedbackMerge = Deliberation.Web.Features.Respond.Feedback.Meaning.Merge;

namespace Deliberation.Web.Platform.Seeding;

/// <summary>Has many invented patients say the same, the desk read it as one subject, and a committee take one up.</summary>
internal sealed class LoadSubjects(SeedJournal journal, SeedSchedule schedule, Guid facilitator)
{
    private const string Space = "comite-demo";
    private const int Meeting = 4;
    private const int Enough = 5;

    private Guid Moderator => journal["person:moderation"];

    public void Load()
    {
        foreach (var note in SeedFiles.Read<SubjectsFile>("demo/subjects.yaml").Subjects)
        {
            for (var rank = 0; rank < note.Count; rank++)
            {
                Give(note, rank);
            }

            var key = $"subject:{note.Key}";
            var gathered = journal.Day(note.ToDay).AddHours(14);
            schedule.At(
                gathered,
                () => journal.OnceAsync(key, gathered, services => GatherAsync(services, note))
            );
            if (note.Agenda is { } day)
            {
                var at = journal.Day(day);
                schedule.At(
                    at,
                    () =>
                        journal.OnceAsync(
                            $"{key}:agenda",
                            at,
                            services => PutOnAgendaAsync(services, journal[key])
                        )
                );
            }
        }
    }

    private static string KeyOf(SubjectNote note, int rank) => $"subject:{note.Key}:{rank}";

    private void Give(SubjectNote note, int rank)
    {
        var day = note.FromDay + ((note.ToDay - note.FromDay) * rank / (note.Count - 1));
        var at = journal.Day(day).AddMinutes(300 + rank);
        var words = new Spoken((Mark)note.Mark, Enum.Parse<Part>(note.Part, ignoreCase: true))
        {
            Text = $"{note.Starts[rank % note.Starts.Count]} {note.Ends[rank % note.Ends.Count]}",
        };
        schedule.At(
            at,
            () => journal.OnceAsync(KeyOf(note, rank), at, services => GiveAsync(services, words))
        );
    }

    private async Task<Guid> GiveAsync(IServiceProvider services, Spoken words)
    {
        var mediator = services.GetRequiredService<IMediator>();
        var receipt = await mediator.Send(new Give.Command(words));
        await mediator.Send(new Publish.Command(receipt.Number, Moderator));
        return await services
            .GetRequiredService<DeliberationDb>()
            .Set<Domain.Respond.Feedback.Feedback>()
            .Where(feedback => feedback.Number == receipt.Number)
            .Select(feedback => feedback.Id)
            .SingleAsync();
    }

    /// <summary>The moderator reads that the groups the words made are one, and names it.</summary>
    private async Task<Guid> GatherAsync(IServiceProvider services, SubjectNote note)
    {
        await services.GetRequiredService<PlacingRound>().PlaceAsync(CancellationToken.None);
        var given = Enumerable.Range(0, note.Count).Select(rank => journal[KeyOf(note, rank)]).ToList();
        var db = services.GetRequiredService<DeliberationDb>();
        var groups = await db.Set<Reading>()
            .Where(reading => given.Contains(reading.Id) && reading.SubjectId != null)
            .Join(
                db.Set<Subject>(),
                reading => reading.SubjectId,
                subject => subject.Id,
                (_, subject) => subject
            )
            .GroupBy(subject => new { subject.Id, subject.Number })
            .Where(same => same.Count() >= Enough)
            .OrderByDescending(same => same.Count())
            .Select(same => same.Key)
            .ToListAsync();
        var mediator = services.GetRequiredService<IMediator>();
        foreach (var group in groups.Skip(1))
        {
            await mediator.Send(new FeedbackMerge.Command(group.Number, groups[0].Number, Moderator));
        }

        if (note.Name is { } name)
        {
            await mediator.Send(new NameSubject.Command(groups[0].Number, name, null, Moderator));
        }

        return groups[0].Id;
    }

    private async Task<Guid> PutOnAgendaAsync(IServiceProvider services, Guid id)
    {
        var subject = await services
            .GetRequiredService<DeliberationDb>()
            .Set<Subject>()
            .AsNoTracking()
            .SingleAsync(subject => subject.Id == id);
        return await services
            .GetRequiredService<IMediator>()
            .Send(
                new PutOnAgenda.Command(
                    Space,
                    subject.Number,
                    journal[$"session:{Space}:{Meeting}"],
                    subject.Name ?? subject.Number,
                    "Des usagers sans téléphone portable disent ne pas pouvoir se connecter, faute de recevoir le code.",
                    facilitator
                )
            );
    }
}
