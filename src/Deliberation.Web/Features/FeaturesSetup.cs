using Deliberation.Web.Features.Assemble.Spaces;
using Deliberation.Web.Features.Deliberate.Amendments;
using Deliberation.Web.Features.Deliberate.Ballots;
using Deliberation.Web.Features.Deliberate.Contributions;
using Deliberation.Web.Features.Deliberate.Drafting;
using Deliberation.Web.Features.Information;
using Deliberation.Web.Features.Publish.MinorityPositions;
using Deliberation.Web.Features.Publish.Opinions;
using Deliberation.Web.Features.Respond.Feedback;
using Deliberation.Web.Features.Respond.Feedback.Meaning;
using Deliberation.Web.Features.Respond.Following;
using Deliberation.Web.Features.Respond.Instruction;
using Deliberation.Web.Features.Respond.Partners;
using Deliberation.Web.Features.Respond.Reminders;
using Deliberation.Web.Features.Respond.Spreadsheets;
using Deliberation.Web.Features.Respond.Tracking;
using Deliberation.Web.Features.Respond.Verdicts;
using Deliberation.Web.Features.Search;
using Deliberation.Web.Features.Verify.Ledger;
using Deliberation.Web.Features.Verify.OpenData;

namespace Deliberation.Web.Features;

/// <summary>What each feature needs, and what it serves besides pages: one line a feature, phase after phase.</summary>
internal static class FeaturesSetup
{
    public static void AddFeatures(this IServiceCollection services)
    {
        services.AddScoped<ThemeNames>();
        services.AddDrafting();
        services.AddScoped<AmendmentReader>();
        services.AddBallots();
        services.AddMinorityPositions();
        services.AddTracking();
        services.AddInstruction();
        services.AddSpreadsheets();
        services.AddFollowing();
        services.AddReminders();
        services.AddVerdicts();
        services.AddPartners();
        services.AddFeedback();
        services.AddMeaning();
        services.AddLedger();
        services.AddOpenData();
        services.AddSearch();
        services.AddInformation();
    }

    public static void MapFeatures(this WebApplication app)
    {
        app.MapSpaces();
        app.MapContributions();
        app.MapDrafting();
        app.MapBallots();
        app.MapOpinions();
        app.MapTracking();
        app.MapVerdicts();
        app.MapAnswerTables();
        app.MapFeedback();
        app.MapMeaning();
        app.MapLedger();
        app.MapOpenData();
        app.MapInformation();
    }
}
