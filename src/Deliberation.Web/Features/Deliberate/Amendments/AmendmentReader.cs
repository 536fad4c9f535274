using Deliberation.Domain.Deliberate.Amendments;
using Deliberation.Web.Features.Deliberate.Drafting;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Deliberate.Amendments;

/// <summary>An amendment as it is read: with the words that stand there now, which may have moved on.</summary>
/// <param name="Standing">The words it would replace, as they are now; empty when they are gone or it is decided.</param>
/// <param name="Around">What stands before and after them, to be read with them.</param>
internal sealed record ReadAmendment(
    Amendment Amendment,
    string Standing,
    (string Before, string After) Around,
    string Who,
    string? DecidedBy
)
{
    public bool IsGone => Amendment.IsOpen && Standing.Length == 0;

    public AmendmentState State => IsGone ? AmendmentState.Outdated : Amendment.State;

    public ShownDifference Difference =>
        ShownDifference.Between(
            $"{Around.Before}{(Amendment.IsOpen && !IsGone ? Standing : Amendment.Replaced)}{Around.After}",
            $"{Around.Before}{Amendment.Proposed}{Around.After}"
        );
}

/// <summary>Reads amendments with what became of their words.</summary>
internal sealed class AmendmentReader(DeliberationDb db, DocumentLog log, TextHistory history)
{
    private const int LettersAround = 160;

    public async Task<ReadAmendment?> FindAsync(string slug, Guid id, CancellationToken cancellationToken)
    {
        var found = await db.AmendmentsOf(slug)
            .AsNoTracking()
            .Where(amendment => amendment.Id == id)
            .ToListAsync(cancellationToken);
        return (await ReadAsync(found, cancellationToken)).FirstOrDefault();
    }

    /// <param name="amendments">Of one text.</param>
    public async Task<IReadOnlyList<ReadAmendment>> ReadAsync(
        IReadOnlyList<Amendment> amendments,
        CancellationToken cancellationToken
    )
    {
        if (amendments.Count == 0)
        {
            return [];
        }

        var since = amendments.Min(amendment => amendment.Anchor.Version);
        var now = await log.NowAsync(amendments[0].DocumentId, since, cancellationToken);
        var writers = await history.WritersAsync(amendments[0].SpaceId, cancellationToken);
        return [.. amendments.Select(amendment => Read(amendment, now, writers))];
    }

    private static ReadAmendment Read(
        Amendment amendment,
        TextNow now,
        IReadOnlyDictionary<Guid, Writer> writers
    )
    {
        var place = amendment.IsOpen ? now.Follow(amendment.Anchor) : null;
        return new ReadAmendment(
            amendment,
            place is null ? "" : now.Words(place),
            place is null ? ("", "") : now.Around(place, LettersAround),
            writers.GetValueOrDefault(amendment.ProposedBy)?.Name ?? "",
            amendment.DecidedBy is { } by ? writers.GetValueOrDefault(by)?.Name : null
        );
    }
}
