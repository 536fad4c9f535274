using Deliberation.Domain.Assemble.Spaces;
using Deliberation.Domain.Deliberate.Ballots;
using Deliberation.Domain.Deliberate.Drafting;
using Deliberation.Domain.Publish.Opinions;

namespace Deliberation.Domain.Tests.Publish.Opinions;

internal static class Given
{
    public static readonly DateTimeOffset Now = new(2026, 3, 1, 14, 5, 0, TimeSpan.Zero);

    public static readonly Space Space = Space.Open(
        Guid.NewGuid(),
        "comite-essai",
        SpaceKind.Committee,
        "Comité d’essai",
        new Mandate("Quelle place pour les usagers ?", "Le ministère", "Une association"),
        Now
    );

    public static readonly Draft Draft = Draft.Start(Guid.NewGuid(), Space.Id, "Avis du comité", Now);

    public static Opinion Opinion() =>
        Domain.Publish.Opinions.Opinion.Begin(
            Guid.NewGuid(),
            Space,
            Draft,
            ("avis-du-comite", "AC-2026-01"),
            Now
        );

    public static Proposal Debated(string title = "Un carnet lisible")
    {
        var text = Document.Create(Guid.NewGuid(), Space.Id, Now);
        var proposal = Proposal.Start(Guid.NewGuid(), Draft, text, title, Guid.NewGuid(), Now);
        proposal.BeginDrafting(Now);
        proposal.Debate(Now);
        return proposal;
    }

    public static (Proposal Proposal, Ballot Ballot) Voted(
        string title = "Un carnet lisible",
        Choice choice = Choice.For
    )
    {
        var proposal = Debated(title);
        var terms = new BallotTerms(DecisionRule.SimpleMajority, 0, null);
        var ballot = Ballot.Prepare(Guid.NewGuid(), Space, proposal.Id, terms, Now);
        ballot.Open(new Wording(title, $"Corps de « {title} ».", "", 3), [Guid.NewGuid()], Now);
        proposal.PutToVote(Now);
        if (ballot.Close([choice], 1, Now).Outcome == Outcome.Adopted)
        {
            proposal.Adopt(Now);
        }
        else
        {
            proposal.Reject(Now);
        }

        return (proposal, ballot);
    }

    public static DecidedProposal Decided(string title = "Un carnet lisible")
    {
        var (proposal, ballot) = Voted(title);
        return DecidedProposal.By(proposal, ballot);
    }

    public static EditionContents Contents(params DecidedProposal[] proposals) =>
        new(
            "Nous sommes vingt-huit.",
            "",
            "",
            "",
            "",
            "",
            [new SectionContents("Lisibilité", "Lire est un droit.", proposals)]
        );
}
