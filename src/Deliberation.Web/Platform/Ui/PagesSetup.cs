using System.Text.Encodings.Web;
using System.Text.Unicode;
using Deliberation.Web.Platform.Security;
using Deliberation.Web.Platform.Ui;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.WebEncoders;

namespace Deliberation.Web.Platform;

/// <summary>Razor Pages, rooted in Features, with what every page has.</summary>
internal static class PagesSetup
{
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services
            .AddRazorPages(options =>
            {
                options.RootDirectory = "/Features";
            })
            .AddMvcOptions(options =>
            {
                options.Filters.Add<ReadableWords>();
                options.Filters.Add<BrokenRules>();
            })
            .ConfigureApplicationPartManager(parts =>
                parts.FeatureProviders.Add(new InternalViewComponents())
            );
        services.AddSingleton<FrameHosts>();
        services.AddSingleton<Crowd>();
        services.AddOptions<Brand>().BindConfiguration(Brand.Section);
        services.AddExceptionHandler<FailureHandler>();
        services.AddProblemDetails();
        services.Configure<RouteOptions>(options =>
        {
            options.LowercaseUrls = true;
            options.AppendTrailingSlash = false;
        });
        services.Configure<FormOptions>(options => options.ValueLengthLimit = RequestSize.Most);
        services.Configure<WebEncoderOptions>(options =>
            options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All)
        );
        return services;
    }
}
