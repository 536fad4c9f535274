using Deliberation.Domain.Respond.Feedback;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Features.Respond.Tracking;
using Deliberation.Web.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using UserFeedback = Deliberation.Domain.Respond.Feedback.Feedback;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>
/// What patients say of one proposition, beside the ministry's answer:
/// <c>@await Component.InvokeAsync("FeedbackPanel", new { reference = "AC-2021-01-P12" })</c>.
/// </summary>
internal sealed class FeedbackPanel(DeliberationDb db, FeedbackTrends trends, TimeProvider clock)
    : ViewComponent
{
    private const int Most = 5;

    public async Task<IViewComponentResult> InvokeAsync(string reference)
    {
        var day = ShownDay.Of(Request, WorkingDays.DateInParis(clock.GetUtcNow()));
        var linked = db.Set<UserFeedback>().AsNoTracking().ThatWerePublic(day).About(reference, day);
        var count = await linked.CountAsync();
        var lines = await linked
            .OrderByDescending(feedback => feedback.Number)
            .Take(Most)
            .Lines()
            .ToListAsync();
        var stretches = await trends.OfAsync(reference, day, HttpContext.RequestAborted);
        return View(
            "/Features/Respond/Feedback/_Panel.cshtml",
            new Shown(reference, day, count, lines, stretches)
        );
    }

    internal sealed record Shown(
        string Reference,
        ShownDay Day,
        int Count,
        IReadOnlyList<FeedbackLine> Lines,
        IReadOnlyList<TrendStretch> Trend
    );
}
