using Deliberation.Domain.Assemble.Membership;
using Microsoft.AspNetCore.Authorization;

namespace Deliberation.Web.Platform.Security;

internal sealed record InstanceRequirement(InstanceRole Role) : IAuthorizationRequirement;

internal sealed record DeskRequirement : IAuthorizationRequirement;

internal sealed record SpaceRequirement(Func<SpaceRole, bool> Allows) : IAuthorizationRequirement;

internal sealed record InviterRequirement : IAuthorizationRequirement;

/// <summary>Holds a signed-in person's roles, as they are in the database now, against what a page requires.</summary>
internal sealed class RequirementsHandler(Roles roles, IHttpContextAccessor accessor) : IAuthorizationHandler
{
    public async Task HandleAsync(AuthorizationHandlerContext context)
    {
        if (context.User.FindPersonId() is not { } person)
        {
            return;
        }

        foreach (var requirement in context.PendingRequirements.ToList())
        {
            if (await IsMetAsync(requirement, person))
            {
                context.Succeed(requirement);
            }
        }
    }

    private async Task<bool> IsMetAsync(IAuthorizationRequirement requirement, Guid person) =>
        requirement switch
        {
            InstanceRequirement instance => await roles.HasAsync(person, instance.Role),
            DeskRequirement => await roles.HasDeskAsync(person),
            InviterRequirement => await roles.HasAsync(person, InstanceRole.Administrator)
                || await IsInSpaceAsync(person, SpaceRoles.Facilitates),
            SpaceRequirement space => await IsInSpaceAsync(person, space.Allows),
            _ => false,
        };

    private async Task<bool> IsInSpaceAsync(Guid person, Func<SpaceRole, bool> allows) =>
        accessor.HttpContext?.GetRouteValue("slug") is string slug
        && await roles.InSpaceAsync(person, slug) is { } role
        && allows(role);
}
