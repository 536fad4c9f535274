using Deliberation.Domain.Respond.Feedback;
using Deliberation.Domain.Respond.Feedback.Meaning;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using UserFeedback = Deliberation.Domain.Respond.Feedback.Feedback;

namespace Deliberation.Web.Features.Respond.Feedback.Meaning;

/// <summary>
/// The feedbacks that say nearly the same: among all that are public, and among those received about the same time.
/// </summary>
internal sealed class Twins(DeliberationDb db)
{
    private const int Most = 5;
    private const int MostFound = 100;
    private const int AroundIt = 100;

    public async Task<IReadOnlyList<Twin>> OfAsync(PublicWords one, CancellationToken cancellationToken)
    {
        var words = one.Words;
        var bands = NearTwins.BandsOf(words);
        if (bands.Count == 0)
        {
            return [];
        }

        var published = db.Set<FeedbackBand>()
            .Where(row => bands.Contains(row.Band) && row.FeedbackId != one.Id)
            .OrderByDescending(row => row.FeedbackId)
            .Select(row => row.FeedbackId)
            .Take(MostFound);
        var all = db.Set<UserFeedback>().AsNoTracking();
        var waiting = all.Where(feedback =>
            feedback.Stage == FeedbackStage.Received && feedback.Id != one.Id
        );
        List<PublicWords> found =
        [
            .. await all.Where(feedback => published.Contains(feedback.Id))
                .ToWords()
                .ToListAsync(cancellationToken),
            .. await waiting
                .Where(feedback => feedback.ReceivedAt <= one.ReceivedAt)
                .OrderByDescending(feedback => feedback.ReceivedAt)
                .Take(AroundIt)
                .ToWords()
                .ToListAsync(cancellationToken),
            .. await waiting
                .Where(feedback => feedback.ReceivedAt > one.ReceivedAt)
                .OrderBy(feedback => feedback.ReceivedAt)
                .Take(AroundIt)
                .ToWords()
                .ToListAsync(cancellationToken),
        ];
        return
        [
            .. found
                .Select(other => new Twin(
                    other.Number,
                    other.ReceivedAt,
                    other.Stage,
                    Likeness.OfWords(words, other.Words)
                ))
                .Where(twin => twin.Likeness >= NearTwins.Near)
                .OrderByDescending(twin => twin.Likeness)
                .ThenBy(twin => twin.Number, StringComparer.Ordinal)
                .Take(Most),
        ];
    }
}

/// <summary>A feedback that says nearly the same as another.</summary>
/// <param name="Likeness">The share of words in common, from 0 to 1.</param>
internal sealed record Twin(string Number, DateTimeOffset ReceivedAt, FeedbackStage Stage, double Likeness)
{
    public int PerCent => (int)Math.Round(Likeness * 100, MidpointRounding.AwayFromZero);
}
