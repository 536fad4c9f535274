using Deliberation.Domain.Assemble.Membership;
using Microsoft.AspNetCore.Authorization;

namespace Deliberation.Web.Platform.Security;

internal sealed record InstanceRequirement(InstanceRole Role) : IAuthorizationRequirement;

internal sealed record DeskRequirement : IAuthorizationRequirement;

internal sealed record SpaceRequirement(Func<SpaceRole, bool> Allows) : IAuthorizationRequirement;

internal sealed record InviterRequirement : IAuthorizationRequirement;

/// <summary>Holds a signed-in person's roles, as they are in the database now, against what a page requires.</summary>
/// <remarks>Roles, and the database behind them, are asked for only when a person is signed in: programs never are.</remarks>
internal sealed class RequirementsHandler(IServiceProvider services, IHttpContextAccessor accessor)
    : IAuthorizationHandler
{
    private readonly Lazy<Roles> known = new(services.GetRequiredService<Roles>);

    private Roles Roles => known.Value;

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
            InstanceRequirement instance => await Roles.HasAsync(person, instance.Role),
            DeskRequirement => await Roles.HasDeskAsync(person),
            InviterRequirement => await Roles.HasAsync(person, InstanceRole.Administrator)
                || await IsInSpaceAsync(person, SpaceRoles.Facilitates),
            SpaceRequirement space => await IsInSpaceAsync(person, space.Allows),
            _ => false,
        };

    private async Task<bool> IsInSpaceAsync(Guid person, Func<SpaceRole, bool> allows) =>
        accessor.HttpContext?.GetRouteValue("slug") is string slug
        && await Roles.InSpaceAsync(person, slug) is { } role
        && allows(role);
}
