using System.Globalization;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Tracking;

/// <summary>Reads what moved in one opinion between the ends of two days: where a status is no longer the same.</summary>
internal sealed class Moves(DeliberationDb db)
{
    public async Task<MovePage> BetweenAsync(
        OpinionTracker tracker,
        DateTimeOffset start,
        DateTimeOffset end,
        int page,
        CancellationToken cancellationToken
    )
    {
        var changes = Changes(tracker.Id, start, end);
        var figures = new MoveFigures(
            await Open(tracker.Id, end).CountAsync(cancellationToken),
            await changes.CountAsync(cancellationToken),
            await changes.CountAsync(change => change.Before == null, cancellationToken),
            await Withdrawn(tracker.Id, end).CountAsync(cancellationToken)
        );
        var pages = Math.Max(1, (figures.Changed + TreatmentList.PageSize - 1) / TreatmentList.PageSize);
        var current = Math.Clamp(page, 1, pages);
        var found = await changes
            .OrderBy(change => change.Number)
            .Skip((current - 1) * TreatmentList.PageSize)
            .Take(TreatmentList.PageSize)
            .ToListAsync(cancellationToken);
        var moves = found.Select(change => new Move(
            change.Number,
            change.Reference,
            change.Title,
            change.Before is null ? null : tracker.Scheme.Find(change.Before),
            tracker.Scheme.Find(change.After),
            change.At
        ));
        return new MovePage([.. moves], figures, current, pages);
    }

    /// <summary>Answers only add up: what had a status keeps one, and only an answer changes it.</summary>
    private IQueryable<Change> Changes(Guid opinionId, DateTimeOffset start, DateTimeOffset end) =>
        from last in Open(opinionId, end)
            .Select(treatment => new
            {
                Treatment = treatment,
                Number = db.Set<TreatmentUpdate>()
                    .Where(update => update.TreatmentId == treatment.Id && update.At < end)
                    .Max(update => (int?)update.Number)
                    ?? 0,
                Before = db.Set<TreatmentUpdate>()
                    .Where(update => update.TreatmentId == treatment.Id && update.At < start)
                    .OrderByDescending(update => update.Number)
                    .Select(update => update.Status)
                    .FirstOrDefault(),
            })
        join after in db.Set<TreatmentUpdate>()
            on new { TreatmentId = last.Treatment.Id, last.Number } equals new
            {
                after.TreatmentId,
                after.Number,
            }
        where last.Before == null || last.Before != after.Status
        select new Change
        {
            Number = last.Treatment.Number,
            Reference = last.Treatment.Reference,
            Title = last.Treatment.Title,
            Before = last.Before,
            After = after.Status,
            At = after.At,
        };

    private IQueryable<Treatment> Open(Guid opinionId, DateTimeOffset end) =>
        db.Set<Treatment>()
            .AsNoTracking()
            .Where(treatment => treatment.OpinionId == opinionId && treatment.OpenedAt < end);

    private IQueryable<Treatment> Withdrawn(Guid opinionId, DateTimeOffset end) =>
        Open(opinionId, end)
            .Where(treatment =>
                db.Set<Expectation>()
                    .Where(one => one.TreatmentId == treatment.Id && one.At < end)
                    .Where(one =>
                        one.Cause == ExpectationCause.Withdrawn || one.Cause == ExpectationCause.Restored
                    )
                    .OrderByDescending(one => one.Number)
                    .Select(one => one.Cause)
                    .FirstOrDefault() == ExpectationCause.Withdrawn
            );

    private sealed class Change
    {
        public required int Number { get; init; }
        public required string Reference { get; init; }
        public required string Title { get; init; }
        public required string? Before { get; init; }
        public required string After { get; init; }
        public required DateTimeOffset At { get; init; }
    }
}

internal sealed record MovePage(IReadOnlyList<Move> Moves, MoveFigures Figures, int Page, int Pages);

/// <param name="Total">Propositions published by the second day.</param>
/// <param name="Changed">Those whose status is no longer the same.</param>
/// <param name="Answered">Those, among them, that had no answer on the first day.</param>
/// <param name="Withdrawn">Those that the opinion no longer held when the second day ended.</param>
internal sealed record MoveFigures(int Total, int Changed, int Answered, int Withdrawn);

/// <summary>One proposition whose status changed.</summary>
/// <param name="Before">None while nobody had answered.</param>
/// <param name="At">When the answer that stands on the second day was given.</param>
internal sealed record Move(
    int Number,
    string Reference,
    string Title,
    Status? Before,
    Status? After,
    DateTimeOffset At
)
{
    public static string? Word(Status? status) =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "fr" ? status?.French : status?.English;
}
