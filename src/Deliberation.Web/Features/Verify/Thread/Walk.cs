using Deliberation.Domain.Deliberate.Contributions;
using Deliberation.Domain.Deliberate.Drafting;
using Deliberation.Domain.Publish.Opinions;
using Deliberation.Domain.Respond.Feedback;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Domain.Respond.Verdicts;
using Deliberation.Web.Features.Deliberate.Drafting;
using Deliberation.Web.Features.Respond.Feedback;
using Deliberation.Web.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Story = Deliberation.Domain.Respond.Feedback.Feedback;

namespace Deliberation.Web.Features.Verify.Thread;

/// <summary>
/// Le fil: what one published proposition came from and what came of it, each step a link one can follow.
/// </summary>
internal sealed class Walk(DeliberationDb db) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(
        Guid proposalId,
        string reference,
        DateTimeOffset? publishedAt,
        DateTimeOffset? before = null
    )
    {
        var proposal = await db.Set<Proposal>().AsNoTracking().FirstAsync(item => item.Id == proposalId);
        var changes = db.Set<ChangeRow>().Where(change => change.DocumentId == proposal.DocumentId);
        var origins = proposal.Origins.Select(origin => origin.ContributionId).ToList();
        var treatment = await db.Set<Treatment>()
            .AsNoTracking()
            .Include(item => item.Updates)
            .FirstOrDefaultAsync(item => item.Reference == reference);
        var answers = (treatment?.Updates ?? [])
            .Where(update => before is null || update.At < before)
            .ToList();
        var treatmentId = treatment?.Id ?? Guid.Empty;
        return View(
            "~/Features/Verify/Thread/_Walk.cshtml",
            new Steps(
                await db.Set<Contribution>().CountAsync(item => origins.Contains(item.Id) && item.IsPublic),
                await changes.CountAsync(),
                await changes.Select(change => change.AuthorId).Distinct().CountAsync(),
                proposal.Minutes is null,
                publishedAt,
                answers.Count,
                answers.LastOrDefault()?.At,
                await db.Set<VerdictRound>()
                    .CountAsync(round =>
                        round.TreatmentId == treatmentId
                        && round.ClosedAt != null
                        && (before == null || round.ClosedAt < before)
                    ),
                await db.Set<Story>()
                    .About(reference)
                    .CountAsync(story =>
                        story.PublishedAt != null && (before == null || story.PublishedAt < before)
                    )
            )
        );
    }

    /// <param name="Origins">Public contributions it was drawn from.</param>
    /// <param name="Changes">Changes made to its text before it was voted.</param>
    /// <param name="Authors">Persons who made them.</param>
    /// <param name="Verdicts">Answers that the members judged, once the result is published.</param>
    /// <param name="WasVoted">Here, by secret ballot; false when it was adopted elsewhere.</param>
    public sealed record Steps(
        int Origins,
        int Changes,
        int Authors,
        bool WasVoted,
        DateTimeOffset? PublishedAt,
        int Answers,
        DateTimeOffset? AnsweredAt,
        int Verdicts,
        int Feedbacks
    );
}
