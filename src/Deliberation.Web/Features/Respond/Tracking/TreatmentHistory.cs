using System.Globalization;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Features.Deliberate.Drafting;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Tracking;

/// <summary>Everything that happened to one treatment, now or up to a past moment, the latest first.</summary>
internal sealed class TreatmentHistory(DeliberationDb db)
{
    public async Task<IReadOnlyList<HistoryStep>> OfAsync(
        Guid treatmentId,
        CancellationToken cancellationToken,
        DateTimeOffset? before = null
    )
    {
        var answers = await (
            from update in db.Set<TreatmentUpdate>().AsNoTracking()
            join treatment in db.Set<Treatment>() on update.TreatmentId equals treatment.Id
            join body in db.Set<Body>() on update.BodyId equals body.Id
            from status in db.Set<Status>()
                .Where(status =>
                    EF.Property<Guid>(status, StatusMapping.OpinionId) == treatment.OpinionId
                    && status.Code == update.Status
                )
            where update.TreatmentId == treatmentId && (before == null || update.At < before)
            orderby update.Number descending
            select new HistoryStep(update.At, body.Name, update, status)
        ).ToListAsync(cancellationToken);
        var hands = await (
            from hand in db.Set<Entrustment>().AsNoTracking()
            join body in db.Set<Body>() on hand.BodyId equals body.Id
            where hand.TreatmentId == treatmentId && hand.Number > 1 && (before == null || hand.At < before)
            select new HistoryStep(hand.At, body.Name, null, null)
        ).ToListAsync(cancellationToken);

        var clock = await db.Set<Expectation>()
            .AsNoTracking()
            .Where(one => one.TreatmentId == treatmentId && one.Cause >= ExpectationCause.SecondAnswer)
            .Where(one => before == null || one.At < before)
            .Select(one => new HistoryStep(one.At, "", null, null) { Clock = one })
            .ToListAsync(cancellationToken);

        // A stable sort: answers given at the same instant stay in their order.
        var compared = answers.Select(
            (step, place) => step with { Previous = answers.ElementAtOrDefault(place + 1) }
        );
        return [.. compared.Concat(hands).Concat(clock).OrderByDescending(step => step.At)];
    }
}

/// <summary>One line of the history: an answer with its status, or, without them, a change of hands or of due day.</summary>
/// <param name="Body">The body that answered, or that is in charge from then on.</param>
internal sealed record HistoryStep(DateTimeOffset At, string Body, TreatmentUpdate? Update, Status? Status)
{
    /// <summary>A second answer due, a suspension or its end; none for other lines.</summary>
    public Expectation? Clock { get; init; }

    /// <summary>The answer before this one; none for the first.</summary>
    public HistoryStep? Previous { get; init; }

    /// <summary>What this answer's reason says that the one before did not, and no longer says.</summary>
    public ShownDifference? Difference =>
        Previous?.Update is { } before && Update is { } after
            ? ShownDifference.Between(before.Reason, after.Reason)
            : null;

    /// <param name="history">The other steps, among which later answers may correct this one.</param>
    public AnswerShown Shown(IReadOnlyList<HistoryStep> history) =>
        AnswerShown.Of(Update!, Status?.Category) with // only a step with an answer is shown as one
        {
            CorrectedBy =
            [
                .. history
                    .Select(step => step.Update)
                    .Where(other => other?.Corrects == Update!.Number)
                    .Select(other => other!.Number)
                    .Order(),
            ],
        };

    public string StatusWord =>
        (CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "fr" ? Status?.French : Status?.English)
        ?? "";
}
