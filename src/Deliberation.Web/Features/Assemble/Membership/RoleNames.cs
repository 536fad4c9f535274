using Deliberation.Domain.Assemble.Membership;

namespace Deliberation.Web.Features.Assemble.Membership;

/// <summary>Roles as a list of choices names them; French, as every text key.</summary>
internal static class RoleNames
{
    public static string OnScreen(this SpaceRole role) =>
        role switch
        {
            SpaceRole.Member => "Membre",
            SpaceRole.Rapporteur => "Rapporteur",
            SpaceRole.Facilitator => "Animation",
            SpaceRole.Expert => "Expertise",
            SpaceRole.Observer => "Observation",
            _ => throw new ArgumentOutOfRangeException(nameof(role), role, "No such role."),
        };

    public static string OnScreen(this InstanceRole role) =>
        role switch
        {
            InstanceRole.Agent => "Agent d’un organisme",
            InstanceRole.Moderator => "Modération",
            InstanceRole.Administrator => "Administration",
            _ => throw new ArgumentOutOfRangeException(nameof(role), role, "No such role."),
        };
}
