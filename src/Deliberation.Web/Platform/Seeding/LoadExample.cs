using Deliberation.Domain.Assemble.Membership;
using Deliberation.Web.Features.Deliberate.Drafting;
using Deliberation.Web.Platform.Seeding.Files;

namespace Deliberation.Web.Platform.Seeding;

/// <summary>Loads the fictional committee: one opinion published and answered, another being written and voted.</summary>
internal sealed class LoadExample(SeedJournal journal, SeedSchedule schedule, Guid librarian)
{
    private const int FirstDay = -330;
    private const string SecondDraft = "example-2";

    private readonly SpaceFile file = SeedFiles.Read<SpaceFile>("demo/comite-demo.yaml");
    private readonly LoadPeople people = new(journal);

    private string Slug => file.Space.Slug;

    private List<string> Voters { get; } = [];

    public async Task LoadAsync()
    {
        var opening = journal.Day(FirstDay);
        await EnrolAsync(opening);
        new LoadSpace(journal, schedule, librarian).Load(file, opening);
        schedule.At(opening, () => GatherAsync(opening));
        var facilitator = journal[
            $"person:{file.Personas.First(persona => persona.Role == "facilitator").Key}"
        ];
        new LoadContributions(journal, schedule, facilitator).Load(file, opening.AddHours(1));
        WriteFirstOpinion(facilitator);
        WriteSecondDraft(facilitator);
        AssembleThirdOpinion(facilitator);
        new LoadSubjects(journal, schedule, facilitator).Load();
        if (file.Chain is { } chain)
        {
            new LoadChain(journal, schedule).Load(chain);
        }
    }

    private async Task EnrolAsync(DateTimeOffset at)
    {
        foreach (var persona in file.Personas)
        {
            await people.EnrolPersonaAsync(persona, at);
        }

        Voters.AddRange(
            file.Personas.Where(persona => persona.Role is "member" or "rapporteur")
                .Select(persona => $"person:{persona.Key}")
        );
        for (var rank = 1; Voters.Count < file.Space.Seats; rank++)
        {
            await people.EnrolUnnamedAsync(rank, at);
            Voters.Add($"person:unnamed:{rank}");
        }
    }

    private async Task GatherAsync(DateTimeOffset at)
    {
        var space = journal[$"space:{Slug}"];
        foreach (var persona in file.Personas)
        {
            await people.PlaceAsync(persona, space, at);
        }

        foreach (
            var unnamed in Voters.Where(voter =>
                voter.StartsWith("person:unnamed:", StringComparison.Ordinal)
            )
        )
        {
            var name = $"Membre {unnamed[(unnamed.LastIndexOf(':') + 1)..]}";
            await people.JoinAsync(space, journal[unnamed], SpaceRole.Member, (name, false), at);
        }
    }

    private void WriteFirstOpinion(Guid facilitator)
    {
        var opinion =
            file.EarlierOpinion ?? throw new InvalidOperationException("The example has no opinion.");
        var drafts = new LoadDraft(journal, schedule, facilitator);
        var votes = new LoadVotes(journal, schedule, Slug, facilitator);
        drafts.Begin(Slug, opinion.Reference, opinion.Title, journal.Day(-320));
        foreach (var section in opinion.Sections)
        {
            drafts.AddSection(opinion.Reference, section, journal.Day(-318));
            foreach (var proposition in section.Propositions)
            {
                var key = LoadOpinion.KeyOf(opinion, proposition);
                var started = journal.Day(-300 + (proposition.Number ?? 0));
                drafts.AddProposal(opinion.Reference, section, proposition, key, started);
                schedule.At(
                    journal.Day(-250),
                    () => drafts.ProgressAsync(key, Step.BeginDrafting, journal.Day(-250))
                );
                schedule.At(
                    journal.Day(-210),
                    () => drafts.ProgressAsync(key, Step.Debate, journal.Day(-210))
                );
                votes.Decide(
                    key,
                    proposition.Vote ?? throw new InvalidOperationException("No vote."),
                    Voters,
                    journal.Day(-202)
                );
            }
        }

        var published = journal.Day(opinion.PublishedDay ?? -200);
        new LoadOpinion(journal, schedule, facilitator).Publish(
            Slug,
            opinion,
            "ministere-exemple",
            promised: null,
            published
        );
        new LoadDissent(journal, schedule, Slug).Load(opinion, published.AddMinutes(-20));
        var verdicts = new LoadVerdicts(journal, schedule, Slug, Voters);
        new LoadAnswers(journal, schedule, file.Personas, verdicts).Load(opinion);
    }

    private void WriteSecondDraft(Guid facilitator)
    {
        var draft = file.Draft ?? throw new InvalidOperationException("The example has no draft.");
        var drafts = new LoadDraft(journal, schedule, facilitator);
        var votes = new LoadVotes(journal, schedule, Slug, facilitator);
        var margin = new LoadMargin(journal, schedule);
        drafts.Begin(Slug, SecondDraft, draft.Title, journal.Day(-36));
        foreach (var section in draft.Sections)
        {
            drafts.AddSection(SecondDraft, section, journal.Day(-35));
            foreach (var (index, proposal) in section.Proposals.Index())
            {
                var key = $"proposal:{proposal.Key}";
                drafts.AddProposal(SecondDraft, section, proposal, key, journal.Day(-12 + index));
                Advance(drafts, key, proposal.State ?? "Idea");
                margin.Load(key, proposal, journal.Day(-2));
                if (proposal.Ballot is { } ballot)
                {
                    votes.Begin(key, ballot, Voters, journal.Day(ballot.OpenedDay));
                }
            }
        }
    }

    /// <summary>A short opinion, voted, that its members may still dissent from.</summary>
    private void AssembleThirdOpinion(Guid facilitator)
    {
        var opinion =
            file.AssembledOpinion ?? throw new InvalidOperationException("Nothing is being assembled.");
        var drafts = new LoadDraft(journal, schedule, facilitator);
        var votes = new LoadVotes(journal, schedule, Slug, facilitator);
        drafts.Begin(Slug, opinion.Reference, opinion.Title, journal.Day(-60));
        foreach (var section in opinion.Sections)
        {
            drafts.AddSection(opinion.Reference, section, journal.Day(-59));
            foreach (var proposition in section.Propositions)
            {
                var key = LoadOpinion.KeyOf(opinion, proposition);
                drafts.AddProposal(opinion.Reference, section, proposition, key, journal.Day(-58));
                Advance(drafts, key, "Debated");
                votes.Decide(
                    key,
                    proposition.Vote ?? throw new InvalidOperationException("No vote."),
                    Voters,
                    journal.Day(-2)
                );
            }
        }

        new LoadOpinion(journal, schedule, facilitator).Assemble(Slug, opinion, journal.Day(-1));
        new LoadDissent(journal, schedule, Slug).Load(opinion, journal.Day(-1).AddHours(2));
    }

    private void Advance(LoadDraft drafts, string key, string state)
    {
        if (state != "Idea")
        {
            schedule.At(
                journal.Day(-5),
                () => drafts.ProgressAsync(key, Step.BeginDrafting, journal.Day(-5))
            );
        }

        if (state is "Debated" or "Voting")
        {
            schedule.At(journal.Day(-3), () => drafts.ProgressAsync(key, Step.Debate, journal.Day(-3)));
        }
    }
}
