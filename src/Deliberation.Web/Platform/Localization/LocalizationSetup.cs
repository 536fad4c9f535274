using System.Globalization;
using Microsoft.AspNetCore.Localization;

namespace Deliberation.Web.Platform.Localization;

/// <summary>French unless the reader chose English, by <c>?langue=en</c> or by the choice kept in a cookie.</summary>
internal static class LocalizationSetup
{
    public const string QueryKey = "langue";
    public const string CookieName = "langue";

    public static readonly IReadOnlyList<string> Languages = ["fr", "en"];

    public static IServiceCollection AddLanguages(this IServiceCollection services)
    {
        services.AddTransient<FeatureTexts>();
        services.AddTransient(typeof(FeatureTexts<>));
        services.AddTransient<RuleWords>();
        services.Configure<RequestLocalizationOptions>(options =>
        {
            CultureInfo[] cultures =
            [
                CultureInfo.GetCultureInfo("fr-FR"),
                CultureInfo.GetCultureInfo("en-GB"),
            ];
            options.DefaultRequestCulture = new RequestCulture(cultures[0]);
            options.SupportedCultures = cultures;
            options.SupportedUICultures = cultures;
            options.RequestCultureProviders = [new CustomRequestCultureProvider(Choose)];
        });
        return services;
    }

    /// <summary>Before error pages, which lose the query: the reader keeps their language there too.</summary>
    public static IApplicationBuilder UseLanguages(this IApplicationBuilder app) =>
        app.UseRequestLocalization()
            .Use(
                (context, next) =>
                {
                    if (context.Request.Query[QueryKey].ToString() is { } asked && Languages.Contains(asked))
                    {
                        Keep(context, asked);
                    }

                    return next();
                }
            );

    public static void Keep(HttpContext context, string language) =>
        context.Response.Cookies.Append(
            CookieName,
            language,
            new CookieOptions
            {
                HttpOnly = true,
                IsEssential = true,
                MaxAge = TimeSpan.FromDays(365),
                SameSite = SameSiteMode.Lax,
                Secure = context.Request.IsHttps,
            }
        );

    private static Task<ProviderCultureResult?> Choose(HttpContext context)
    {
        var chosen = context.Request.Query[QueryKey].ToString() is { Length: > 0 } asked
            ? asked
            : context.Request.Cookies[CookieName];
        return Task.FromResult<ProviderCultureResult?>(
            new ProviderCultureResult(chosen == "en" ? "en-GB" : "fr-FR")
        );
    }
}
