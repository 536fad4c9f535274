using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Features.Verify.OpenData;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Tracking;

/// <summary>One opinion as data, with its scale and the whole history of each proposition.</summary>
internal sealed class OpinionRecords(DeliberationDb db, TreatmentList treatments)
{
    public async Task<OpinionRecord?> FindAsync(
        string slug,
        ShownDay day,
        string site,
        CancellationToken cancellationToken
    )
    {
        var tracker = await db.Set<OpinionTracker>()
            .AsNoTracking()
            .FirstOrDefaultAsync(tracker => tracker.Slug == slug, cancellationToken);
        if (tracker is null)
        {
            return null;
        }

        var rows = await treatments
            .StreamAsync(new TreatmentFilter { Opinion = slug, On = day.Written })
            .ToListAsync(cancellationToken);
        var answers = await AnswersAsync(tracker, day.Before, cancellationToken);
        return new OpinionRecord(
            tracker.Reference,
            tracker.Title,
            Iso.Moment(tracker.OpenedAt),
            day.Written,
            $"{site}/suivi/{tracker.Slug}",
            OpenLicence.Name,
            [.. tracker.Scheme.Statuses.Select(StatusRecord.Of)],
            [
                .. rows.Select(row => new PropositionRecord(
                    TreatmentRecord.Of(row, day.Day, site),
                    [.. answers[row.Id]]
                )),
            ]
        );
    }

    private async Task<ILookup<Guid, AnswerRecord>> AnswersAsync(
        OpinionTracker tracker,
        DateTimeOffset? before,
        CancellationToken cancellationToken
    )
    {
        var answers = await (
            from update in db.Set<TreatmentUpdate>().AsNoTracking()
            join treatment in db.Set<Treatment>() on update.TreatmentId equals treatment.Id
            join body in db.Set<Body>() on update.BodyId equals body.Id
            where treatment.OpinionId == tracker.Id && (before == null || update.At < before)
            orderby update.Number
            select new { update, body.Key }
        ).ToListAsync(cancellationToken);
        var scheme = tracker.Scheme;
        return answers.ToLookup(
            answer => answer.update.TreatmentId,
            answer => AnswerRecord.Of(answer.update, answer.Key, scheme.Find(answer.update.Status)?.Category)
        );
    }
}

/// <param name="AsOf">The day whose end is told.</param>
internal sealed record OpinionRecord(
    string Reference,
    string Title,
    string OpenedAt,
    string AsOf,
    string Address,
    string Licence,
    IReadOnlyList<StatusRecord> Statuses,
    IReadOnlyList<PropositionRecord> Propositions
);

internal sealed record StatusRecord(
    string Code,
    string Fr,
    string En,
    string? Category,
    string Icon,
    string Pattern
)
{
    public static StatusRecord Of(Status status) =>
        new(
            status.Code,
            status.French,
            status.English,
            TreatmentRecord.Code<StatusCategory>(status.Category),
            status.Icon,
            status.Pattern
        );
}

internal sealed record PropositionRecord(TreatmentRecord Treatment, IReadOnlyList<AnswerRecord> History);
