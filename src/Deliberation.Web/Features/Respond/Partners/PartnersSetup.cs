using System.Security.Claims;
using Deliberation.Domain.Respond.Partners;
using Deliberation.Web.Platform.Ui;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;

namespace Deliberation.Web.Features.Respond.Partners;

/// <summary>How programs of partners are known, and what a key lets them do.</summary>
internal static class PartnersSetup
{
    /// <summary>A program whose key may bring feedback in.</summary>
    public const string GivesFeedback = nameof(GivesFeedback);

    public static void AddPartners(this IServiceCollection services)
    {
        services.AddSingleton<PartnerKeys>();
        services.AddScoped<IDeskEntry, PartnersDesk>();
        services
            .AddAuthentication()
            .AddScheme<AuthenticationSchemeOptions, PartnerKeyHandler>(PartnerKeyHandler.SchemeName, null);
        services.Configure<AuthorizationOptions>(options =>
            options.AddPolicy(
                GivesFeedback,
                policy =>
                    policy
                        .AddAuthenticationSchemes(PartnerKeyHandler.SchemeName)
                        .RequireClaim(PartnerKeyHandler.ScopeClaim, PartnerKey.GivesFeedback)
            )
        );
    }

    /// <summary>The key that opened this request.</summary>
    public static Guid PartnerKeyId(this ClaimsPrincipal user) =>
        Guid.Parse(user.FindFirstValue(PartnerKeyHandler.KeyClaim)!); // its policy lets nobody else in
}
