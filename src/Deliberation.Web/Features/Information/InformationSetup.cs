using Deliberation.Web.Platform.Mail;
using Deliberation.Web.Platform.Ui;
using Microsoft.Extensions.Options;

namespace Deliberation.Web.Features.Information;

/// <summary>The small public pages, and what programs read beside them.</summary>
internal static class InformationSetup
{
    public static IServiceCollection AddInformation(this IServiceCollection services)
    {
        services.AddOptions<Legal>().BindConfiguration(Legal.Section);
        services.AddSingleton<Figures>();
        services.AddScoped<Feeds>();
        return services;
    }

    // By any method: a method that is refused would be answered by the sign-in page.
    public static void MapInformation(this WebApplication app)
    {
        app.Map("/robots.txt", (PublicAddress site) => MachineFiles.Robots(site)).AllowAnonymous();
        app.Map(
                "/.well-known/security.txt",
                (PublicAddress site, IOptions<Brand> brand, TimeProvider clock) =>
                    MachineFiles.Security(site, brand, clock)
            )
            .AllowAnonymous();
        app.Map("/sitemap.xml", MachineFiles.SiteMapAsync).AllowAnonymous();
        app.Map("/sitemap/{part:int}.xml", MachineFiles.PartAsync).AllowAnonymous();
        app.Map("/avis.atom", (Feeds feeds, CancellationToken token) => feeds.OpinionsAsync(token))
            .AllowAnonymous();
        app.Map("/suivi.atom", (Feeds feeds, CancellationToken token) => feeds.AnswersAsync(token))
            .AllowAnonymous();
        app.Map("/registre.atom", (Feeds feeds, CancellationToken token) => feeds.ActsAsync(token))
            .AllowAnonymous();
    }
}
