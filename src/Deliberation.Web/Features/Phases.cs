using Deliberation.Web.Features.Deliberate.Ballots;
using Deliberation.Web.Features.Deliberate.Contributions;
using Deliberation.Web.Features.Deliberate.Drafting;
using Deliberation.Web.Features.Information;
using Deliberation.Web.Features.Publish.Opinions;
using Deliberation.Web.Features.Respond.Feedback;
using Deliberation.Web.Features.Respond.Tracking;
using Deliberation.Web.Features.Search;
using Deliberation.Web.Features.Verify.Ledger;
using Deliberation.Web.Features.Verify.OpenData;

namespace Deliberation.Web.Features;

/// <summary>The features that need more than their pages, as the deliberation flows.</summary>
internal static class Phases
{
    public static IServiceCollection AddPhases(this IServiceCollection services)
    {
        services.AddScoped<ThemeNames>();
        services.AddDrafting();
        services.AddBallots();
        services.AddTracking();
        services.AddFeedback();
        services.AddLedger();
        services.AddOpenData();
        services.AddInformation();
        services.AddSearch();
        return services;
    }

    public static void MapPhases(this WebApplication app)
    {
        app.MapDrafting();
        app.MapBallots();
        app.MapOpinions();
        app.MapTracking();
        app.MapFeedback();
        app.MapLedger();
        app.MapOpenData();
    }
}
