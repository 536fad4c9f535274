using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Tracking;

/// <summary>Reads the tracker: pages of propositions, and figures counted over the same rows.</summary>
internal sealed partial class TreatmentList(DeliberationDb db, TimeProvider clock)
{
    public const int PageSize = 50;

    /// <summary>Today in Paris: lateness is counted by day.</summary>
    public DateOnly Today => WorkingDays.DateInParis(clock.GetUtcNow());

    /// <summary>The day a reader asks for; today when they ask for none, or for one that cannot be shown.</summary>
    public ShownDay DayOf(TreatmentFilter filter) => ShownDay.Read(filter.On, Today);

    /// <param name="known">How many there are, when that was counted already.</param>
    public async Task<TreatmentPage> PageAsync(
        TreatmentFilter filter,
        int page,
        CancellationToken cancellationToken,
        int size = PageSize,
        int? known = null
    )
    {
        var found = Found(filter);
        var total = known ?? await found.CountAsync(cancellationToken);
        var pages = Math.Max(1, (total + size - 1) / size);
        var current = Math.Clamp(page, 1, pages);
        var ids = await filter
            .Sort(found)
            .Skip((current - 1) * size)
            .Take(size)
            .Select(standing => standing.TreatmentId)
            .ToListAsync(cancellationToken);
        var rows = await ReadAsync(ids, DayOf(filter).Before, cancellationToken);
        return new TreatmentPage(rows, total, current, pages);
    }

    /// <summary>These propositions, in this order.</summary>
    /// <param name="before">Leaves out what happened from this moment on.</param>
    public async Task<IReadOnlyList<TreatmentRow>> ReadAsync(
        IReadOnlyList<Guid> ids,
        DateTimeOffset? before,
        CancellationToken cancellationToken
    )
    {
        var rows = await Rows(before)
            .Where(row => ids.Contains(row.Id))
            .ToDictionaryAsync(row => row.Id, cancellationToken);
        return [.. ids.Select(id => rows[id])];
    }

    /// <summary>All the rows, one by one, for a file.</summary>
    public IAsyncEnumerable<TreatmentRow> StreamAsync(TreatmentFilter filter) =>
        filter.Sort(Narrow(filter)).AsAsyncEnumerable();

    /// <summary>How many propositions have each status, no answer yet, or are withdrawn: by the code a filter gives them.</summary>
    public async Task<IReadOnlyDictionary<string, int>> CountByStatusAsync(
        Guid opinionId,
        ShownDay day,
        CancellationToken cancellationToken
    ) =>
        await db.Standings(day)
            .Where(standing =>
                standing.Opinion
                == db.Set<OpinionTracker>()
                    .Where(opinion => opinion.Id == opinionId)
                    .Select(opinion => opinion.Reference)
                    .FirstOrDefault()
            )
            .GroupBy(standing =>
                standing.IsWithdrawn
                    ? TreatmentFilter.Withdrawn
                    : standing.Status ?? TreatmentFilter.Unanswered
            )
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);

    public async Task<IReadOnlyList<CategoryCount>> CountByCategoryAsync(
        TreatmentFilter filter,
        CancellationToken cancellationToken
    )
    {
        var day = DayOf(filter).Day;
        return await Found(filter)
            .GroupBy(standing => new { standing.Category, standing.IsWithdrawn })
            .Select(group => new CategoryCount(
                group.Key.Category,
                group.Key.IsWithdrawn,
                group.Count(),
                group.Count(standing => standing.IsDocumented),
                group.Count(standing => standing.ExpectedOn < day && !standing.IsWithdrawn)
            ))
            .ToListAsync(cancellationToken);
    }

    /// <param name="before">Leaves out what happened from this moment on: <see cref="Standing.Before"/>, in the database.</param>
    public IQueryable<TreatmentRow> Rows(DateTimeOffset? before = null) =>
        from standing in before is { } moment ? db.StandingRowsBefore(moment) : db.StandingRows()
        let treatment = standing.Treatment
        join opinion in db.Set<OpinionTracker>() on treatment.OpinionId equals opinion.Id
        join body in db.Set<Body>() on standing.BodyId equals body.Id
        join answer in db.Set<TreatmentUpdate>()
            on new { TreatmentId = treatment.Id, Number = standing.Answers } equals new
            {
                answer.TreatmentId,
                answer.Number,
            }
            into answers
        from update in answers.DefaultIfEmpty()
        from status in db.Set<Status>()
            .Where(status =>
                EF.Property<Guid>(status, StatusMapping.OpinionId) == treatment.OpinionId
                && status.Code == update.Status
            )
            .DefaultIfEmpty()
        select new TreatmentRow
        {
            Id = treatment.Id,
            OpinionId = opinion.Id,
            Opinion = opinion.Reference,
            OpinionSlug = opinion.Slug,
            OpinionTitle = opinion.Title,
            Number = treatment.Number,
            Reference = treatment.Reference,
            Title = treatment.Title,
            Theme = treatment.Theme,
            Keywords = treatment.Keywords,
            BodyId = body.Id,
            Body = body.Key,
            BodyName = body.Name,
            OpenedAt = treatment.OpenedAt,
            FirstAnswerDueOn = treatment.FirstAnswerDueOn,
            DueBasis = treatment.DueBasis,
            Answers = standing.Answers,
            Status = update == null ? null : update.Status,
            StatusPosition = status == null ? null : status.Position,
            StatusFrench = status == null ? null : status.French,
            StatusEnglish = status == null ? null : status.English,
            StatusIcon = status == null ? null : status.Icon,
            StatusPattern = status == null ? null : status.Pattern,
            Category = status == null ? null : status.Category,
            AnsweredAt = update == null ? null : update.At,
            Reason = update == null ? null : update.Reason,
            EvidenceLink = update == null ? null : update.EvidenceLink,
            EvidenceCitation = update == null ? null : update.EvidenceCitation,
            NextUpdateOn = update == null ? null : update.NextUpdateOn,
            ExpectedOn = standing.ExpectedOn,
            SuspendedOn = standing.SuspendedOn,
            OwesSecondAnswer = standing.OwesSecondAnswer,
            IsWithdrawn = standing.IsWithdrawn,
            MinorityPositions = treatment.MinorityPositions,
            ArePositionsReplied =
                treatment.MinorityPositions > 0
                && db.Set<TreatmentUpdate>()
                    .Any(reply =>
                        reply.TreatmentId == treatment.Id
                        && reply.Number <= standing.Answers
                        && reply.Replies != null
                    ),
            Latest = update,
        };

    /// <summary>One proposition, now or before a past moment; null when it is not followed, or was not yet.</summary>
    /// <param name="reference">Its published name: <c>AC-2021-01-P12</c>.</param>
    public Task<TreatmentRow?> FindAsync(
        string reference,
        CancellationToken cancellationToken,
        DateTimeOffset? before = null
    ) => Rows(before).FirstOrDefaultAsync(row => row.Reference == reference, cancellationToken);

    private IQueryable<KeptStanding> Found(TreatmentFilter filter)
    {
        var day = DayOf(filter);
        return filter.Apply(db.Standings(day), db, day.Day);
    }

    private IQueryable<TreatmentRow> Narrow(TreatmentFilter filter)
    {
        var day = DayOf(filter);
        return filter.Apply(Rows(day.Before), day.Day);
    }
}

internal sealed record TreatmentPage(IReadOnlyList<TreatmentRow> Rows, int Total, int Page, int Pages);

/// <summary>How many propositions fall in a category; none while nobody has answered.</summary>
/// <param name="IsWithdrawn">They are no longer in their opinion, whatever was answered: counted apart.</param>
/// <param name="Documented">How many of them have a public document to show.</param>
/// <param name="Late">How many of them are late on the day shown.</param>
internal sealed record CategoryCount(
    StatusCategory? Category,
    bool IsWithdrawn,
    int Count,
    int Documented,
    int Late
);
