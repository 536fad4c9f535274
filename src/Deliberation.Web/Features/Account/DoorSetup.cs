using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace Deliberation.Web.Features.Account;

/// <summary>Who comes in, and how the service knows them again.</summary>
internal static class DoorSetup
{
    public static IServiceCollection AddDoor(
        this IServiceCollection services,
        IConfiguration configuration,
        IHostEnvironment environment
    )
    {
        var keys = Path.Combine(
            configuration["DataFolder"] ?? Path.Combine(environment.ContentRootPath, "App_Data"),
            "keys"
        );
        services
            .AddDataProtection()
            .SetApplicationName("deliberation")
            .PersistKeysToFileSystem(Directory.CreateDirectory(keys));
        services.AddHttpContextAccessor();
        services.AddScoped<Roles>();
        services.AddScoped<IAuthorizationHandler, RequirementsHandler>();
        services.AddAuthorization(Policies.Add);
        services
            .AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddCookie(IdentityConstants.ApplicationScheme, options => Configure(options, environment));
        services
            .AddIdentityCore<Person>(options =>
                options.Stores.SchemaVersion = IdentitySchemaVersions.Version3
            )
            .AddSignInManager()
            .AddEntityFrameworkStores<DeliberationDb>()
            .AddDefaultTokenProviders();
        return services;
    }

    private static void Configure(CookieAuthenticationOptions options, IHostEnvironment environment)
    {
        // The __Host- prefix needs https, which a developer's machine does not have.
        options.Cookie.Name = environment.IsDevelopment() ? "session" : "__Host-session";
        options.Cookie.SecurePolicy = environment.IsDevelopment()
            ? CookieSecurePolicy.SameAsRequest
            : CookieSecurePolicy.Always;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.LoginPath = "/connexion";
        options.AccessDeniedPath = "/erreur/403";
        options.ReturnUrlParameter = "retour";
    }
}
