using Member = Deliberation.Domain.Assemble.Membership.Membership;

namespace Deliberation.Web.Features.Publish.MinorityPositions;

/// <summary>Who is about to sign, as others will read it.</summary>
/// <param name="Slug">The space's address.</param>
internal sealed record Signer(string Slug, string Name, bool IsPublic)
{
    public static Signer Of(string slug, Member place) => new(slug, place.Name, place.IsPublic);
}
