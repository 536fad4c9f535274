using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace Deliberation.Web.Platform.Security.Sessions;

internal static class SessionsSetup
{
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(10);

    public static IServiceCollection AddDeviceSessions(this IServiceCollection services)
    {
        services.AddMemoryCache();
        services.AddSingleton<DoorKey>();
        services.AddSingleton<SessionsEnded>();
        services.AddSingleton<DeviceSessionStore>();
        services.AddHostedService<SessionCaretaker>();
        services
            .AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme)
            .Configure<DeviceSessionStore>(
                (options, store) =>
                {
                    options.SessionStore = store;
                    options.SlidingExpiration = true;
                    options.Events.OnCheckSlidingExpiration = context =>
                    {
                        context.ShouldRenew = context.ElapsedTime > SeenEvery;
                        return Task.CompletedTask;
                    };
                    options.Events.OnRedirectToAccessDenied = Forbid;
                }
            );
        return services;
    }

    private static Task Forbid(
        Microsoft.AspNetCore.Authentication.RedirectContext<CookieAuthenticationOptions> context
    )
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
