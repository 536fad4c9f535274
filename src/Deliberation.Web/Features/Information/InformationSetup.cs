using Deliberation.Web.Features.Verify.OpenData;
using Deliberation.Web.Platform.Caching;
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
        app.Map("/sitemap.xml", MachineFiles.SiteMapAsync).AllowAnonymous().SameForEveryone();
        app.Map("/sitemap/{part:int}.xml", MachineFiles.PartAsync).AllowAnonymous().SameForEveryone();
        app.MapPageData("/statistiques.json", StatisticsAsync, "How much takes place here, with each n");
        app.Map("/avis.atom", (Feeds feeds, CancellationToken token) => feeds.OpinionsAsync(token))
            .AllowAnonymous()
            .SameForEveryone();
        app.Map("/registre.atom", (Feeds feeds, CancellationToken token) => feeds.ActsAsync(token))
            .AllowAnonymous()
            .SameForEveryone();
    }

    private static async Task<IResult> StatisticsAsync(
        HttpContext context,
        Figures figures,
        CancellationToken cancellationToken
    )
    {
        var counted = await figures.ReadAsync(cancellationToken);
        return PageData.Answer(
            context,
            new
            {
                CountedAt = counted.At,
                counted.Spaces,
                counted.Contributions,
                counted.Proposals,
                counted.Propositions,
                counted.Answered,
                FirstAnswers = counted.DaysToFirstAnswer.Count,
                MedianDaysToFirstAnswer = Counted.Median(counted.DaysToFirstAnswer),
                counted.Feedback,
                counted.PublishedFeedback,
                counted.AnsweredFeedback,
            }
        );
    }
}
