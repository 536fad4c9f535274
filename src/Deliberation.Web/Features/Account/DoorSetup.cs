using Deliberation.Web.Features.Account.StaffIdentity;
using Deliberation.Web.Features.Assemble.Membership;
using Deliberation.Web.Platform.Commands;
using Deliberation.Web.Platform.Mail;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using Deliberation.Web.Platform.Security.Sessions;
using Deliberation.Web.Platform.Security.Throttling;
using Deliberation.Web.Platform.Ui;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.RazorPages;

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
            {
                DeliberationDb.Choose(options.Stores);
                // Addresses serve as user names: any sign an address may hold.
                options.User.AllowedUserNameCharacters = "";
            })
            .AddSignInManager()
            .AddEntityFrameworkStores<DeliberationDb>()
            .AddDefaultTokenProviders();
        // After AddRazorPages, which starts the conventions afresh.
        services.PostConfigure<RazorPagesOptions>(pages => CloseDemo(pages, environment));
        services.AddDeviceSessions();
        services.AddMail(configuration);
        services.AddScoped<Throttle>();
        services.AddSingleton<Door>();
        services.AddSingleton<Secrets>();
        services.AddScoped<Welcome>();
        services.AddScoped<AddressLetter>();
        services.AddScoped<IPersonalData, AccountData>();
        services.AddScoped<IDeskEntry, MembershipDesk>();
        services.AddScoped<InvitationSearch>();
        services.AddSingleton<CardSeal>();
        services.AddScoped<ICommand, CreateAdministrator>();
        services.AddScoped<ICommand, ForgetPasskeys>();
        services.AddHostedService<DoorSweep>();
        services.AddStaffIdentity(configuration, environment);
        services.AddSingleton<PasskeyCeremony>();
        services.AddScoped<IPasskeyHandler<Person>, PasskeyHandler<Person>>();
        services.Configure<IdentityPasskeyOptions>(options =>
        {
            options.ResidentKeyRequirement = "required";
            options.UserVerificationRequirement = "required";
        });
        return services;
    }

    /// <summary>Outside Development the page has no address at all.</summary>
    private static void CloseDemo(RazorPagesOptions pages, IHostEnvironment environment)
    {
        if (!environment.IsDevelopment())
        {
            pages.Conventions.AddPageRouteModelConvention("/Account/Demo", page => page.Selectors.Clear());
        }
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
        options.ReturnUrlParameter = "retour";
    }
}
