using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Domain.Respond.Verdicts;
using Deliberation.Web.Features.Respond.Verdicts;
using Microsoft.EntityFrameworkCore;
using Answering = Deliberation.Web.Features.Respond.Tracking.Answer;
using Assembling = Deliberation.Web.Features.Publish.Opinions.Assemble;
using Publishing = Deliberation.Web.Features.Publish.Opinions.Publish;

namespace Deliberation.Testing;

/// <summary>A published opinion of a committee, the body in charge of its propositions, and one of its agents.</summary>
internal sealed record JudgedOpinion(Committee Committee, string Slug, string Reference, Guid Agent)
{
    public string Proposition(int number) => $"{Reference}-P{number}";

    public string Address => $"{Committee.Address}/appreciations";
}

internal static partial class Given
{
    /// <summary>Made by the pages' own commands.</summary>
    public static async Task<JudgedOpinion> JudgedOpinionAsync(
        Product product,
        int members = 5,
        int propositions = 1
    )
    {
        var committee = await CommitteeAsync(product, members);
        var proposals = new List<Guid>();
        for (var number = 1; number <= propositions; number++)
        {
            proposals.Add((await AdoptedProposalAsync(product, committee, $"Demande {number}")).Id);
        }

        var body = await BodyAsync(product);
        var agent = await InInstanceAsync(product, InstanceRole.Agent, body.Id);
        var slug = $"avis-juge-{Interlocked.Increment(ref count)}";
        var assembled = new Assembling.Command(
            committee.Facilitator,
            committee.Space.Slug,
            committee.Draft.Id,
            slug
        )
        {
            Title = "Avis d’essai",
            CorrectionNote = "",
            Sections = [new Assembling.Chosen(committee.Section.Id, proposals)],
        };
        await product.SendAsync(assembled);
        await product.SendAsync(
            new Publishing.Command(committee.Facilitator, committee.Space.Slug, slug, body.Key)
        );
        var reference = await product.ReadAsync(db =>
            db.Set<OpinionTracker>()
                .Where(tracker => tracker.Slug == slug)
                .Select(tracker => tracker.Reference)
                .SingleAsync()
        );
        return new JudgedOpinion(committee, slug, reference, agent);
    }

    /// <summary>The institution answers, and the members' window is open.</summary>
    public static async Task<VerdictRound> JudgedAnswerAsync(
        Product product,
        JudgedOpinion opinion,
        int proposition = 1
    )
    {
        var reference = opinion.Proposition(proposition);
        var number = await product.SendAsync(new Answering.Command(opinion.Agent, reference, Answer()));
        for (var tries = 0; tries < 100; tries++)
        {
            if (await FindRoundAsync(product, reference, number) is { } round)
            {
                return round;
            }

            await Task.Delay(100);
        }

        throw new InvalidOperationException($"No round opened for answer {number} to {reference}.");
    }

    public static Task<Guid> VerdictAsync(
        Product product,
        JudgedOpinion opinion,
        VerdictRound round,
        Guid person,
        Judgement judgement,
        string reason = "Rien ne dit quand ce sera fait."
    ) =>
        product.SendAsync(
            new Judge.Command(
                person,
                opinion.Committee.Space.Slug,
                round.Id,
                new VerdictContent(judgement, reason, Fidelity.Weakened)
            )
        );

    public static Task<VerdictRound?> FindRoundAsync(Product product, string reference, int answer) =>
        product.ReadAsync(db =>
            db.Set<VerdictRound>()
                .AsNoTracking()
                .FirstOrDefaultAsync(round => round.Reference == reference && round.AnswerNumber == answer)
        );
}
