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
