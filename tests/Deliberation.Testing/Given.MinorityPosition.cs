using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Features.Publish.MinorityPositions;
using Microsoft.EntityFrameworkCore;
using Assembling = Deliberation.Web.Features.Publish.Opinions.Assemble;
using Member = Deliberation.Domain.Assemble.Membership.Membership;
using Publishing = Deliberation.Web.Features.Publish.Opinions.Publish;

namespace Deliberation.Testing;

/// <summary>An opinion of a committee that is assembled and not published, with one adopted proposal.</summary>
internal sealed record AssembledOpinion(Committee Committee, string Slug, Guid Proposal)
{
    /// <summary>Where its members dissent.</summary>
    public string Positions => $"{Committee.Address}/avis/{Slug}/positions";
}

internal static partial class Given
{
    public const string Position = "Le papier doit rester possible pour tout le monde.";

    /// <summary>Made by the pages' own commands; its first member is named in public.</summary>
    public static async Task<AssembledOpinion> AssembledOpinionAsync(Product product, int members = 3)
    {
        var committee = await CommitteeAsync(product, members);
        var proposal = await AdoptedProposalAsync(product, committee, "Écrire gros");
        var slug = $"avis-assemble-{Interlocked.Increment(ref count)}";
        var opinion = new AssembledOpinion(committee, slug, proposal.Id);
        await AssembleAsync(product, opinion);
        await product.ReadAsync(async db =>
        {
            var first = await db.Set<Member>().SingleAsync(one => one.PersonId == committee.Members[0]);
            first.AppearAs(first.Name, isPublic: true);
            return await db.SaveChangesAsync();
        });
        return opinion;
    }

    public static Task<Guid> AssembleAsync(
        Product product,
        AssembledOpinion opinion,
        string correction = ""
    ) =>
        product.SendAsync(
            new Assembling.Command(
                opinion.Committee.Facilitator,
                opinion.Committee.Space.Slug,
                opinion.Committee.Draft.Id,
                opinion.Slug
            )
            {
                Title = "Avis d’essai",
                CorrectionNote = correction,
                Sections = [new Assembling.Chosen(opinion.Committee.Section.Id, [opinion.Proposal])],
            }
        );

    /// <summary>Written and signed by the member of that rank, from 0.</summary>
    public static Task<Guid> PositionAsync(
        Product product,
        AssembledOpinion opinion,
        int member = 0,
        string words = Position
    ) =>
        product.SendAsync(
            new Write.Command(
                opinion.Committee.Members[member],
                opinion.Committee.Space.Slug,
                opinion.Slug,
                opinion.Proposal,
                words
            )
        );

    /// <summary>The opinion as the tracker then follows it.</summary>
    public static async Task<JudgedOpinion> PublishAsync(Product product, AssembledOpinion opinion)
    {
        var body = await BodyAsync(product);
        var agent = await InInstanceAsync(product, InstanceRole.Agent, body.Id);
        var (committee, slug) = (opinion.Committee, opinion.Slug);
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
}
