using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Assemble.Spaces;
using Deliberation.Web.Features.Deliberate.Drafting;

namespace Deliberation.Testing;

/// <summary>A space with a draft, one part, one proposal, and someone of each role there.</summary>
internal sealed record Atelier(Space Space, Guid DraftId, Guid SectionId, Guid ProposalId, Guid DocumentId)
{
    public required Guid Member { get; init; }

    public required Guid Facilitator { get; init; }

    public required Guid Observer { get; init; }

    public string Address => $"/dispositifs/{Space.Slug}/atelier";

    public string TextAddress => $"{Address}/textes/{DocumentId}";
}

internal static partial class Given
{
    /// <summary>Made by the pages' own commands.</summary>
    public static async Task<Atelier> AtelierAsync(Product product, string title = "Un carnet lisible")
    {
        var space = await SpaceAsync(product);
        var member = await InSpaceAsync(product, space.Id, SpaceRole.Member);
        var facilitator = await InSpaceAsync(product, space.Id, SpaceRole.Facilitator, "Jean");
        var observer = await InSpaceAsync(product, space.Id, SpaceRole.Observer, "Awa");
        var draft = await product.SendAsync(new Begin.Command(space.Slug, "Avis du comité", facilitator));
        var section = await product.SendAsync(new AddSection.Command(draft, "Préambule", facilitator));
        var started = await product.SendAsync(new Start.Command(draft, section.SectionId, title, member));
        return new Atelier(space, draft, section.SectionId, started.ProposalId, started.DocumentId)
        {
            Member = member,
            Facilitator = facilitator,
            Observer = observer,
        };
    }
}
