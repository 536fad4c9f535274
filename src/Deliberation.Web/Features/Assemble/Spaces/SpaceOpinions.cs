using Deliberation.Domain.Publish.Opinions;
using Deliberation.Web.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Assemble.Spaces;

/// <summary>The opinions a space has published, the latest first.</summary>
internal sealed class SpaceOpinions(DeliberationDb db) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(Guid spaceId) =>
        View(
            "~/Features/Assemble/Spaces/_SpaceOpinions.cshtml",
            await db.Set<Opinion>()
                .Where(opinion => opinion.SpaceId == spaceId && opinion.FirstPublishedAt != null)
                .OrderByDescending(opinion => opinion.FirstPublishedAt)
                .Take(50)
                .Select(opinion => new Line(
                    opinion.Slug,
                    opinion.Reference,
                    opinion.Title,
                    opinion.FirstPublishedAt!.Value // filtered above
                ))
                .ToListAsync()
        );

    public sealed record Line(string Slug, string Reference, string Title, DateTimeOffset At);
}
