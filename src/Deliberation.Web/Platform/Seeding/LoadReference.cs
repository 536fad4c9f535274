using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Features.Deliberate.Drafting;
using Deliberation.Web.Features.Publish.Opinions;
using Deliberation.Web.Platform.Seeding.Files;
using Answer = Deliberation.Web.Features.Respond.Tracking.Answer;

namespace Deliberation.Web.Platform.Seeding;

/// <summary>Loads what took place from 2019 to 2025, as public documents tell it.</summary>
internal sealed class LoadReference(SeedJournal journal, SeedSchedule schedule, Guid librarian)
{
    public async Task LoadAsync()
    {
        await LoadAsync("reference/ateliers-2019-2020.yaml", new(2020, 7, 31));
        await LoadAsync("reference/comite-citoyen-2021.yaml", new(2021, 10, 8));
        await LoadAsync("reference/assises.yaml", new(2022, 2, 1));
        await LoadAsync("reference/convention-2025.yaml", new(2025, 5, 15));
    }

    private async Task LoadAsync(string path, DateOnly openedOn)
    {
        var file = SeedFiles.Read<SpaceFile>(path);
        var at = SeedJournal.Noon(openedOn);
        new LoadSpace(journal, schedule, librarian).Load(file, at);
        new LoadContributions(journal, schedule, librarian).Load(file, at.AddHours(1));
        if (file.Opinion is { } opinion)
        {
            WriteAndPublish(file, opinion);
        }

        if (file.Answers is { } answers)
        {
            var copyist = await new LoadPeople(journal).EnrolCopyistAsync(answers.Body, librarian);
            AnswerEach(file, answers, copyist);
        }
    }

    private void WriteAndPublish(SpaceFile file, OpinionNote opinion)
    {
        var published = SeedJournal.Noon(
            opinion.PublishedOn ?? throw new InvalidOperationException("No date.")
        );
        var written = published.AddHours(-3);
        var drafts = new LoadDraft(journal, schedule, librarian);
        schedule.At(
            written,
            () =>
                new LoadPeople(journal).JoinAsync(
                    journal[$"space:{file.Space.Slug}"],
                    librarian,
                    SpaceRole.Facilitator,
                    ("Reprise documentaire", false),
                    written
                )
        );
        drafts.Begin(file.Space.Slug, opinion.Reference, opinion.Title, written);
        foreach (var section in opinion.Sections)
        {
            drafts.AddSection(opinion.Reference, section, written);
            foreach (var proposition in section.Propositions)
            {
                var key = LoadOpinion.KeyOf(opinion, proposition);
                drafts.AddProposal(opinion.Reference, section, proposition, key, written);
                schedule.At(
                    published.AddHours(-2),
                    () => AdoptAsync(drafts, key, opinion, published.AddHours(-2))
                );
            }
        }

        // Nobody promised a date then, so none is shown as missed.
        new LoadOpinion(journal, schedule, librarian).Publish(
            file.Space.Slug,
            opinion,
            file.Answers?.Body ?? "dns",
            new Publish.Promise(null, ""),
            published
        );
    }

    private static async Task AdoptAsync(LoadDraft drafts, string key, OpinionNote opinion, DateTimeOffset at)
    {
        await drafts.ProgressAsync(key, Step.BeginDrafting, at);
        await drafts.ProgressAsync(key, Step.Debate, at);
        await drafts.ProgressAsync(key, Step.AdoptElsewhere, at, opinion.Decision ?? opinion.Title);
    }

    private void AnswerEach(SpaceFile file, AnswersNote answers, Guid copyist)
    {
        var at = SeedJournal.Noon(answers.On);
        foreach (var proposition in file.Opinion!.Sections.SelectMany(section => section.Propositions)) // answers follow an opinion
        {
            var reference = $"{file.Opinion.Reference}-P{proposition.Number}";
            schedule.At(
                at,
                () =>
                    journal.OnceAsync(
                        $"answer:{reference}",
                        at,
                        async services =>
                        {
                            var answer = new Answer.Command(
                                copyist,
                                reference,
                                Content(answers, proposition)
                            );
                            await services.GetRequiredService<MediatR.IMediator>().Send(answer);
                            return Guid.Empty;
                        }
                    )
            );
        }
    }

    private static TreatmentAnswer Content(AnswersNote answers, ProposalNote proposition)
    {
        var status =
            proposition.Status ?? throw new InvalidOperationException($"No status for {proposition.Number}.");
        return new TreatmentAnswer
        {
            Key = Guid.NewGuid(),
            Status = status,
            Reason = answers.ReasonByStatus.GetValueOrDefault(status, answers.Reason),
            Function = answers.Function,
            EvidenceCitation = answers.Evidence,
            ImportedFrom = answers.Evidence,
        };
    }
}
