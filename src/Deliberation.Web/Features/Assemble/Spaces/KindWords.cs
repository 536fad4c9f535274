using Deliberation.Domain.Assemble.Spaces;

namespace Deliberation.Web.Features.Assemble.Spaces;

/// <summary>What each kind of space is called on screen; French, as every text key.</summary>
internal static class KindWords
{
    public static string French(this SpaceKind kind) =>
        kind switch
        {
            SpaceKind.Committee => "Comité citoyen",
            SpaceKind.Workshops => "Ateliers citoyens",
            SpaceKind.Convention => "Convention citoyenne",
            SpaceKind.Conference => "Assises",
            SpaceKind.Monitoring => "Comité de suivi",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind of space."),
        };
}
