using System.Linq.Expressions;
using Deliberation.Domain.Respond.Feedback;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using UserFeedback = Deliberation.Domain.Respond.Feedback.Feedback;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>One feedback with the names of what it refers to: bodies and propositions.</summary>
internal sealed record Story(
    UserFeedback Feedback,
    IReadOnlyDictionary<Guid, string> Bodies,
    IReadOnlyList<LinkedProposition> Propositions
)
{
    public string BodyName(Guid? id) => id is { } known ? Bodies.GetValueOrDefault(known, "") : "";

    public WithholdingReason? Reason =>
        Feedback.Stage == FeedbackStage.Withheld ? Feedback.Steps[^1].Reason : null;
}

/// <summary>A published proposition, and where it can be read.</summary>
internal sealed record LinkedProposition(string Reference, string Title, string Slug, int Number)
{
    public string Address => $"/avis/{Slug}/propositions/{Number}";
}

/// <summary>Reads stories, and the propositions that a feedback may speak of.</summary>
internal sealed class Stories(DeliberationDb db)
{
    private const int MostProposed = 20;

    public async Task<Story?> ReadAsync(
        Expression<Func<UserFeedback, bool>> which,
        CancellationToken cancellationToken
    )
    {
        var feedback = await db.Set<UserFeedback>()
            .AsNoTracking()
            .Whole()
            .FirstOrDefaultAsync(which, cancellationToken);
        if (feedback is null)
        {
            return null;
        }

        // Not saved: the round does that. Nobody reads what an older detector let through.
        feedback.ReadAgain(feedback.ChangedAt);
        var bodies = await db.Set<Body>()
            .AsNoTracking()
            .ToDictionaryAsync(body => body.Id, body => body.Name, cancellationToken);
        var linked = feedback.Links.Where(link => link.Holds).Select(link => link.Reference).ToList();
        var treatments = db.Set<Treatment>()
            .AsNoTracking()
            .Where(treatment => linked.Contains(treatment.Reference));
        var propositions = await Propositions(treatments).ToListAsync(cancellationToken);
        return new Story(feedback, bodies, propositions);
    }

    public async Task<IReadOnlyList<LinkedProposition>> SearchAsync(
        string words,
        CancellationToken cancellationToken
    )
    {
        var treatments = db.Set<Treatment>().AsNoTracking();
        foreach (
            var word in SearchableText.Of(words).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(8)
        )
        {
            treatments = treatments.Where(treatment => treatment.Keywords.Contains(word));
        }

        var found = treatments.OrderBy(treatment => treatment.Reference).Take(MostProposed);
        return await Propositions(found).ToListAsync(cancellationToken);
    }

    private IQueryable<LinkedProposition> Propositions(IQueryable<Treatment> treatments) =>
        from treatment in treatments
        join tracker in db.Set<OpinionTracker>() on treatment.OpinionId equals tracker.Id
        orderby tracker.Slug, treatment.Number
        select new LinkedProposition(treatment.Reference, treatment.Title, tracker.Slug, treatment.Number);
}
