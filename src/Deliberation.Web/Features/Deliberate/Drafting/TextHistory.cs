using Deliberation.Domain.Deliberate.Drafting;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Member = Deliberation.Domain.Assemble.Membership.Membership;

namespace Deliberation.Web.Features.Deliberate.Drafting;

/// <summary>Someone known in a space.</summary>
/// <param name="IsNamed">Whether they agreed to be named to the public.</param>
/// <param name="Table">The table they sit at; null for none.</param>
internal sealed record Writer(string Name, bool IsNamed, int? Table);

/// <summary>What the log of a text tells: who wrote the words that stand, and under which names.</summary>
internal sealed class TextHistory(DeliberationDb db, Attributions attributions)
{
    public Task<Attribution> AttributionAsync(
        Guid documentId,
        CancellationToken cancellationToken,
        int version = int.MaxValue
    ) => attributions.AtAsync(documentId, version, cancellationToken);

    /// <summary>Everybody who is or was in a space, under the last name they chose there.</summary>
    public async Task<IReadOnlyDictionary<Guid, Writer>> WritersAsync(
        Guid spaceId,
        CancellationToken cancellationToken
    )
    {
        var members = await db.Set<Member>()
            .Where(member => member.SpaceId == spaceId)
            .OrderByDescending(member => member.JoinedAt)
            .Select(member => new
            {
                member.PersonId,
                member.Name,
                member.IsPublic,
                member.Table,
            })
            .ToListAsync(cancellationToken);
        return members
            .DistinctBy(member => member.PersonId)
            .ToDictionary(
                member => member.PersonId,
                member => new Writer(member.Name, member.IsPublic, member.Table)
            );
    }

    /// <summary>What each person did in one go, newest first.</summary>
    public async Task<(IReadOnlyList<Edit> Edits, int? Older)> EditsAsync(
        Guid documentId,
        int before,
        int atOnce,
        CancellationToken cancellationToken
    )
    {
        var traces = await db.Set<ChangeRow>()
            .Where(row => row.DocumentId == documentId && row.Version < before)
            .OrderByDescending(row => row.Version)
            .Take(atOnce)
            .Select(row => new Trace(row.Version, row.AuthorId, row.At))
            .ToListAsync(cancellationToken);
        return ([.. Edit.Together(traces)], traces.Count == atOnce ? traces[^1].Version : null);
    }
}
