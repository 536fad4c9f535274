using Deliberation.Domain.Assemble.Membership;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using Microsoft.AspNetCore.Mvc;

namespace Deliberation.Web.Features.Respond.Tracking;

/// <summary>
/// The treatment of one proposition, for its page:
/// <c>@await Component.InvokeAsync("TreatmentPanel", new { reference = "AC-2021-01-P12" })</c>. Writes nothing for a
/// proposition that the tracker does not follow.
/// </summary>
internal sealed class TreatmentPanel(TreatmentList treatments, TreatmentHistory histories, Roles roles)
    : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(string reference)
    {
        var day = ShownDay.Of(Request, treatments.Today);
        if (await FindAsync(reference, day.Before) is not { } row)
        {
            // Followed since, or not followed at all: the page then says nothing of it.
            return day.IsPast && await FindAsync(reference, null) is not null
                ? View("/Features/Respond/Tracking/_NotYet.cshtml", day)
                : Content("");
        }

        var steps = await histories.OfAsync(row.Id, HttpContext.RequestAborted, day.Before);
        var canEntrust =
            !day.IsPast
            && HttpContext.User.FindPersonId() is { } person
            && await roles.HasAsync(person, InstanceRole.Administrator);
        return View(
            "/Features/Respond/Tracking/_Panel.cshtml",
            new TreatmentPanelModel(row, steps, day, canEntrust)
        );
    }

    private Task<TreatmentRow?> FindAsync(string reference, DateTimeOffset? before) =>
        treatments.FindAsync(reference, HttpContext.RequestAborted, before);
}

internal sealed record TreatmentPanelModel(
    TreatmentRow Row,
    IReadOnlyList<HistoryStep> Steps,
    ShownDay Day,
    bool CanEntrust
);
