using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Tracking;

/// <summary>Reads the tracker: pages of propositions, and figures counted over the same rows.</summary>
internal sealed class TreatmentList(DeliberationDb db, TimeProvider clock)
{
    public const int PageSize = 50;

    /// <summary>Today in Paris: lateness is counted by day.</summary>
    public DateOnly Today => WorkingDays.DateInParis(clock.GetUtcNow());

    public async Task<TreatmentPage> PageAsync(
        TreatmentFilter filter,
        int page,
        CancellationToken cancellationToken,
        int size = PageSize
    )
    {
        var rows = filter.Apply(Rows(), Today);
        var total = await rows.CountAsync(cancellationToken);
        var pages = Math.Max(1, (total + size - 1) / size);
        var current = Math.Clamp(page, 1, pages);
        var found = await filter
            .Sort(rows)
            .Skip((current - 1) * size)
            .Take(size)
            .ToListAsync(cancellationToken);
        return new TreatmentPage(found, total, current, pages);
    }

    /// <summary>All the rows, one by one, for a file.</summary>
    public IAsyncEnumerable<TreatmentRow> StreamAsync(TreatmentFilter filter) =>
        filter.Sort(filter.Apply(Rows(), Today)).AsAsyncEnumerable();

    /// <summary>How many propositions have each status; the key is null while nobody has answered.</summary>
    public async Task<IReadOnlyDictionary<string, int>> CountByStatusAsync(
        Guid opinionId,
        CancellationToken cancellationToken
    ) =>
        await Rows()
            .Where(row => row.OpinionId == opinionId)
            .GroupBy(row => row.Status ?? TreatmentFilter.Unanswered)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);

    public async Task<IReadOnlyList<CategoryCount>> CountByCategoryAsync(
        TreatmentFilter filter,
        CancellationToken cancellationToken
    ) =>
        await filter
            .Apply(Rows(), Today)
            .GroupBy(row => row.Category)
            .Select(group => new CategoryCount(
                group.Key,
                group.Count(),
                group.Count(row => row.EvidenceLink != null)
            ))
            .ToListAsync(cancellationToken);

    public async Task<int> CountLateAsync(TreatmentFilter filter, CancellationToken cancellationToken)
    {
        var today = Today;
        return await filter.Apply(Rows(), today).CountAsync(row => row.ExpectedOn < today, cancellationToken);
    }

    public IQueryable<TreatmentRow> Rows() =>
        from treatment in db.Set<Treatment>().AsNoTracking()
        join opinion in db.Set<OpinionTracker>() on treatment.OpinionId equals opinion.Id
        join body in db.Set<Body>() on treatment.BodyId equals body.Id
        from update in db.Set<TreatmentUpdate>()
            .Where(update => update.TreatmentId == treatment.Id && update.Number == treatment.AnswerCount)
            .DefaultIfEmpty()
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
            Answers = treatment.AnswerCount,
            Status = update == null ? null : update.Status,
            StatusPosition = status == null ? null : status.Position,
            StatusFrench = status == null ? null : status.French,
            StatusEnglish = status == null ? null : status.English,
            Category = status == null ? null : status.Category,
            AnsweredAt = update == null ? null : update.At,
            Reason = update == null ? null : update.Reason,
            EvidenceLink = update == null ? null : update.EvidenceLink,
            EvidenceCitation = update == null ? null : update.EvidenceCitation,
            NextUpdateOn = update == null ? null : update.NextUpdateOn,
            ExpectedOn = update == null ? treatment.FirstAnswerDueOn : update.NextUpdateOn,
            Latest = update,
        };
}

internal sealed record TreatmentPage(IReadOnlyList<TreatmentRow> Rows, int Total, int Page, int Pages);

/// <summary>How many propositions fall in a category; none while nobody has answered.</summary>
/// <param name="Documented">How many of them have a public document to show.</param>
internal sealed record CategoryCount(StatusCategory? Category, int Count, int Documented);
