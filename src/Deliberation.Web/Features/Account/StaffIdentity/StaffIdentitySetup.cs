using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Deliberation.Web.Features.Account.StaffIdentity;

/// <summary>Without the section <c>StaffIdentity</c> in the settings: no button, no address, no handler.</summary>
internal static class StaffIdentitySetup
{
    public const string Entry = "/connexion/agents";
    public const string Callback = "/connexion/agents/retour";

    public static void AddStaffIdentity(
        this IServiceCollection services,
        IConfiguration configuration,
        IHostEnvironment environment
    )
    {
        var provider =
            configuration.GetSection(StaffIdentitySettings.Section).Get<StaffIdentitySettings>() ?? new();
        services.AddSingleton(provider);
        services.AddScoped<StaffIdentityLeaving>();
        if (provider.IsSet)
        {
            services.AddScoped<StaffEntrance>();
            services
                .AddAuthentication()
                .AddOAuth<StaffIdentityOptions, StaffIdentityHandler>(
                    StaffIdentityHandler.SchemeName,
                    options => Configure(options, provider, environment)
                );
            // After the handler's own, which makes the back channel.
            services.PostConfigure<StaffIdentityOptions>(StaffIdentityHandler.SchemeName, Discover);
        }
    }

    public static void MapStaffIdentity(this WebApplication app)
    {
        if (app.Services.GetRequiredService<StaffIdentitySettings>().IsSet)
        {
            app.MapGet(Entry, EnterAsync).AllowAnonymous();
        }
    }

    private static async Task EnterAsync(HttpContext context, string? retour, ILogger<StaffEntrance> log)
    {
        var back = Door.IsOurs(retour) ? retour : "/bureau";
        try
        {
            await context.ChallengeAsync(
                StaffIdentityHandler.SchemeName,
                new AuthenticationProperties { RedirectUri = back }
            );
        }
        catch (StaffIdentityRefused failure)
        {
            StaffEntrance.Refuse(context, StaffEntrance.Failed, log, failure);
        }
    }

    private static void Configure(
        StaffIdentityOptions options,
        StaffIdentitySettings provider,
        IHostEnvironment environment
    )
    {
        options.Provider = provider;
        (options.ClientId, options.ClientSecret) = (provider.ClientId, provider.ClientSecret);
        options.CallbackPath = Callback;
        options.SignInScheme = IdentityConstants.ApplicationScheme;
        options.UsePkce = true;
        options.BackchannelTimeout = TimeSpan.FromSeconds(20);
        options.RemoteAuthenticationTimeout = TimeSpan.FromMinutes(15);
        // Asked for before the provider's document is read; the true ones are in it.
        (options.AuthorizationEndpoint, options.TokenEndpoint) = (provider.Authority, provider.Authority);
        foreach (var scope in provider.Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            options.Scope.Add(scope);
        }

        options.CorrelationCookie.SameSite = SameSiteMode.Lax; // the answer comes by GET
        options.CorrelationCookie.SecurePolicy = environment.IsDevelopment()
            ? CookieSecurePolicy.SameAsRequest
            : CookieSecurePolicy.Always;
        options.Events.OnTicketReceived = context =>
            context.HttpContext.RequestServices.GetRequiredService<StaffEntrance>().EnterAsync(context);
        options.Events.OnRemoteFailure = context =>
            context.HttpContext.RequestServices.GetRequiredService<StaffEntrance>().RefuseAsync(context);
    }

    private static void Discover(StaffIdentityOptions options) =>
        options.Discovery = new ConfigurationManager<OpenIdConnectConfiguration>(
            $"{options.Provider.Issuer}/.well-known/openid-configuration",
            new OpenIdConnectConfigurationRetriever(),
            new HttpDocumentRetriever(options.Backchannel) { RequireHttps = options.Provider.NeedsHttps }
        );
}
