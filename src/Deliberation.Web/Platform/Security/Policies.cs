using Deliberation.Domain.Assemble.Membership;
using Microsoft.AspNetCore.Authorization;

namespace Deliberation.Web.Platform.Security;

/// <summary>
/// Who may use a page, hub method or endpoint; each names exactly one of these, or <c>[AllowAnonymous]</c>.
/// The space ones read the space from the address (<c>{slug}</c>): another space's member is a stranger there.
/// </summary>
internal static class Policies
{
    /// <summary>Anyone signed in.</summary>
    public const string SignedIn = nameof(SignedIn);

    /// <summary>Any agent, moderator or administrator, or a facilitator of some space.</summary>
    public const string Desk = nameof(Desk);

    public const string Agent = nameof(Agent);
    public const string Moderator = nameof(Moderator);
    public const string Administrator = nameof(Administrator);

    /// <summary>May read the workroom of the space in the address: any active role in it.</summary>
    public const string SpaceReader = nameof(SpaceReader);

    /// <summary>May write in the space: member, rapporteur or facilitator.</summary>
    public const string SpaceWriter = nameof(SpaceWriter);

    /// <summary>May vote in the space: member or rapporteur.</summary>
    public const string SpaceVoter = nameof(SpaceVoter);

    public const string SpaceFacilitator = nameof(SpaceFacilitator);

    /// <summary>May invite into the space: its facilitators, and administrators.</summary>
    public const string SpaceInviter = nameof(SpaceInviter);

    public static void Add(AuthorizationOptions options)
    {
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
        options.AddPolicy(SignedIn, policy => policy.RequireAuthenticatedUser());
        Instance(options, Agent, InstanceRole.Agent);
        Instance(options, Moderator, InstanceRole.Moderator);
        Instance(options, Administrator, InstanceRole.Administrator);
        options.AddPolicy(
            Desk,
            policy => policy.RequireAuthenticatedUser().AddRequirements(new DeskRequirement())
        );
        InSpace(options, SpaceReader, _ => true);
        InSpace(options, SpaceWriter, SpaceRoles.Writes);
        InSpace(options, SpaceVoter, SpaceRoles.Votes);
        InSpace(options, SpaceFacilitator, SpaceRoles.Facilitates);
        Inviting(options);
    }

    private static void Inviting(AuthorizationOptions options) =>
        options.AddPolicy(
            SpaceInviter,
            policy => policy.RequireAuthenticatedUser().AddRequirements(new InviterRequirement())
        );

    private static void Instance(AuthorizationOptions options, string name, InstanceRole role) =>
        options.AddPolicy(
            name,
            policy => policy.RequireAuthenticatedUser().AddRequirements(new InstanceRequirement(role))
        );

    private static void InSpace(AuthorizationOptions options, string name, Func<SpaceRole, bool> allows) =>
        options.AddPolicy(
            name,
            policy => policy.RequireAuthenticatedUser().AddRequirements(new SpaceRequirement(allows))
        );
}
