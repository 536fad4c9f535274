using Deliberation.Domain.Respond.Feedback;
using Deliberation.Domain.Respond.Feedback.Meaning;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Features.Deliberate.Contributions;
using Deliberation.Web.Platform.Persistence;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using UserFeedback = Deliberation.Domain.Respond.Feedback.Feedback;

namespace Deliberation.Web.Features.Respond.Feedback.Meaning;

/// <summary>
/// What stands beside a feedback on the moderators' page: its near twins, its subject, its theme, and the propositions
/// it may speak of.
/// </summary>
internal sealed class Beside(DeliberationDb db, Twins twins, PropositionWords propositions, ThemeNames themes)
    : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(string number)
    {
        var cancellationToken = HttpContext.RequestAborted;
        var text = await db.Set<UserFeedback>()
            .AsNoTracking()
            .Where(feedback => feedback.Number == number)
            .ToWords()
            .FirstAsync(cancellationToken);
        var reading = await db.Set<Reading>()
            .AsNoTracking()
            .FirstOrDefaultAsync(reading => reading.Id == text.Id, cancellationToken);
        var subject = await db.Set<Subject>()
            .AsNoTracking()
            .FirstOrDefaultAsync(
                subject => reading != null && subject.Id == reading.SubjectId,
                cancellationToken
            );
        return View(
            "/Features/Respond/Feedback/Meaning/_Beside.cshtml",
            new Shown(
                number,
                text.Stage.IsPublic(),
                reading,
                subject,
                await themes.AllAsync(cancellationToken),
                await twins.OfAsync(text, cancellationToken),
                text.Stage.IsPublic() ? await SuggestAsync(text, cancellationToken) : []
            )
        );
    }

    private async Task<IReadOnlyList<Suggested>> SuggestAsync(
        PublicWords text,
        CancellationToken cancellationToken
    )
    {
        var linked = await db.Set<UserFeedback>()
            .Where(feedback => feedback.Id == text.Id)
            .SelectMany(feedback => feedback.Links)
            .Where(link => link.UnlinkedAt == null)
            .Select(link => link.Reference)
            .ToListAsync(cancellationToken);
        var near = await propositions.SuggestAsync(text.Words, cancellationToken);
        var references = near.Select(found => found.Reference).Except(linked).ToList();
        var titles = await (
            from treatment in db.Set<Treatment>().AsNoTracking()
            join tracker in db.Set<OpinionTracker>() on treatment.OpinionId equals tracker.Id
            where references.Contains(treatment.Reference)
            select new LinkedProposition(treatment.Reference, treatment.Title, tracker.Slug, treatment.Number)
        ).ToDictionaryAsync(found => found.Reference, cancellationToken);
        return
        [
            .. near.Where(found => titles.ContainsKey(found.Reference))
                .Select(found => new Suggested(titles[found.Reference], found.Shared)),
        ];
    }

    internal sealed record Shown(
        string Number,
        bool IsPublic,
        Reading? Reading,
        Subject? Subject,
        IReadOnlyDictionary<string, string> Themes,
        IReadOnlyList<Twin> Twins,
        IReadOnlyList<Suggested> Propositions
    );

    /// <summary>A proposition the feedback may speak of, and the words in common as the feedback writes them.</summary>
    internal sealed record Suggested(LinkedProposition Proposition, IReadOnlyList<string> Shared);
}
