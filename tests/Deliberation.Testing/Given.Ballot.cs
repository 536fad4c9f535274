using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Assemble.Spaces;
using Deliberation.Domain.Deliberate.Ballots;
using Deliberation.Domain.Deliberate.Drafting;
using Deliberation.Web.Features.Deliberate.Ballots;
using DraftingWrite = Deliberation.Web.Features.Deliberate.Drafting.Write;

namespace Deliberation.Testing;

/// <summary>A space with its people and a draft of one section, where a proposal is debated.</summary>
internal sealed record Committee(
    Space Space,
    Draft Draft,
    Section Section,
    Guid Facilitator,
    IReadOnlyList<Guid> Members
)
{
    public string Address => $"/dispositifs/{Space.Slug}";
}

internal static partial class Given
{
    public static async Task<Committee> CommitteeAsync(Product product, int members = 3)
    {
        var space = await SpaceAsync(product);
        var facilitator = await InSpaceAsync(product, space.Id, SpaceRole.Facilitator, "Awa");
        var voters = new List<Guid>();
        for (var i = 0; i < members; i++)
        {
            voters.Add(await InSpaceAsync(product, space.Id, SpaceRole.Member, $"Membre {i + 1}"));
        }

        var now = DateTimeOffset.UtcNow;
        var draft = Draft.Start(Guid.CreateVersion7(), space.Id, "Avis du comité d’essai", now);
        var prose = await DocumentAsync(product, space.Id);
        var section = Section.Add(Guid.CreateVersion7(), draft, prose, "Première partie", 1, now);
        await product.KeepAsync(draft, section);
        return new Committee(space, draft, section, facilitator, voters);
    }

    public static async Task<Proposal> DebatedProposalAsync(
        Product product,
        Committee committee,
        string title = "Un carnet lisible",
        string body = "Écrire gros, et en mots simples.",
        string rationale = ""
    )
    {
        var document = await DocumentAsync(product, committee.Space.Id);
        await WriteAsync(product, document.Id, 0, body, committee.Facilitator);
        var now = DateTimeOffset.UtcNow;
        var proposal = Proposal.Start(
            Guid.CreateVersion7(),
            committee.Draft,
            document,
            title,
            committee.Facilitator,
            now
        );
        proposal.Describe(title, rationale, "", now);
        proposal.BeginDrafting(now);
        proposal.Debate(now);
        await product.KeepAsync(proposal);
        return proposal;
    }

    public static Task<int> WriteAsync(Product product, Guid documentId, int version, string text, Guid by) =>
        product.SendAsync(new DraftingWrite.Command(documentId, version, text, DraftingWrite.NewKey(), by));

    public static Task<Guid> PreparedBallotAsync(
        Product product,
        Committee committee,
        Guid proposalId,
        DecisionRule rule = DecisionRule.SimpleMajority,
        int quorum = 0
    ) =>
        product.SendAsync(
            new Prepare.Command(
                committee.Facilitator,
                committee.Space.Slug,
                proposalId,
                new BallotTerms(rule, quorum, null)
            )
        );

    public static async Task<Guid> OpenBallotAsync(
        Product product,
        Committee committee,
        Proposal? proposal = null,
        DecisionRule rule = DecisionRule.SimpleMajority,
        int quorum = 0
    )
    {
        proposal ??= await DebatedProposalAsync(product, committee);
        var id = await PreparedBallotAsync(product, committee, proposal.Id, rule, quorum);
        return await product.SendAsync(
            new Open.Command(committee.Facilitator, committee.Space.Slug, id, Read: null)
        );
    }

    public static Task<Guid> VoteAsync(
        Product product,
        Committee committee,
        Guid ballot,
        Guid person,
        Choice choice
    ) => product.SendAsync(new Vote.Command(person, committee.Space.Slug, ballot, choice));

    public static Task<Guid> CloseAsync(Product product, Committee committee, Guid ballot) =>
        product.SendAsync(new Close.Command(committee.Facilitator, committee.Space.Slug, ballot));

    /// <summary>A proposal that all members voted for.</summary>
    public static async Task<Proposal> AdoptedProposalAsync(
        Product product,
        Committee committee,
        string title = "Un carnet lisible",
        string body = "Écrire gros, et en mots simples.",
        string rationale = ""
    )
    {
        var proposal = await DebatedProposalAsync(product, committee, title, body, rationale);
        var ballot = await OpenBallotAsync(product, committee, proposal);
        foreach (var member in committee.Members)
        {
            await VoteAsync(product, committee, ballot, member, Choice.For);
        }

        await CloseAsync(product, committee, ballot);
        return proposal;
    }
}
