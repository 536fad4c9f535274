using Deliberation.Domain.Assemble.Membership;

namespace Deliberation.Web.Features.Assemble.Spaces;

/// <summary>What each role in a space is called on screen.</summary>
internal static class RoleWords
{
    public static string French(this SpaceRole role) =>
        role switch
        {
            SpaceRole.Member => "membre",
            SpaceRole.Rapporteur => "rapporteur",
            SpaceRole.Facilitator => "animation",
            SpaceRole.Expert => "expertise",
            SpaceRole.Observer => "observation",
            _ => throw new ArgumentOutOfRangeException(nameof(role), role, "No such role."),
        };
}
