using Deliberation.Domain.Respond.Feedback.Meaning;
using Deliberation.Web.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Feedback.Meaning;

/// <summary>On the page of a contribution, the subject of patients' feedback it comes from, if it does.</summary>
internal sealed class OriginSubject(DeliberationDb db) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(Guid contributionId) =>
        View(
            "/Features/Respond/Feedback/Meaning/_OriginSubject.cshtml",
            new Shown(
                await db.Set<Subject>()
                    .AsNoTracking()
                    .FirstOrDefaultAsync(subject => subject.ContributionId == contributionId)
            )
        );

    internal sealed record Shown(Subject? Subject);
}
