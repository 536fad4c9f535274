using Deliberation.Web.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using UserFeedback = Deliberation.Domain.Respond.Feedback.Feedback;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>
/// What patients say of one proposition, beside the ministry's answer:
/// <c>@await Component.InvokeAsync("FeedbackPanel", new { reference = "AC-2021-01-P12" })</c>.
/// </summary>
internal sealed class FeedbackPanel(DeliberationDb db) : ViewComponent
{
    private const int Most = 5;

    public async Task<IViewComponentResult> InvokeAsync(string reference)
    {
        var linked = db.Set<UserFeedback>().AsNoTracking().ThatArePublic().About(reference);
        var count = await linked.CountAsync();
        var lines = await linked
            .OrderByDescending(feedback => feedback.Number)
            .Take(Most)
            .Lines()
            .ToListAsync();
        return View("/Features/Respond/Feedback/_Panel.cshtml", new Shown(reference, count, lines));
    }

    internal sealed record Shown(string Reference, int Count, IReadOnlyList<FeedbackLine> Lines);
}
