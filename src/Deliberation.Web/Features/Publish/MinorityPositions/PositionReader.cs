using Deliberation.Domain.Publish.MinorityPositions;
using Deliberation.Domain.Publish.Opinions;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Member = Deliberation.Domain.Assemble.Membership.Membership;

namespace Deliberation.Web.Features.Publish.MinorityPositions;

/// <summary>Reads minority positions with their signatures, under the names that members chose.</summary>
internal sealed class PositionReader(DeliberationDb db)
{
    /// <summary>Those of an edition, beside the proposal each does not share.</summary>
    public async Task<ILookup<Guid, PositionShown>> OfAsync(
        Opinion opinion,
        Edition edition,
        CancellationToken cancellationToken
    )
    {
        var positions = edition
            .Propositions.SelectMany(request => opinion.PositionsBeside(edition, request.ProposalId))
            .ToList();
        var shown = await ShowAsync(opinion.SpaceId, positions, isPublic: true, cancellationToken);
        return shown.ToLookup(position => position.ProposalId);
    }

    /// <summary>Those published beside one proposition.</summary>
    public async Task<IReadOnlyList<PositionShown>> BesideAsync(
        Guid opinionId,
        int number,
        CancellationToken cancellationToken
    )
    {
        var positions = await (
            from position in db.Set<MinorityPosition>()
            where position.OpinionId == opinionId && position.Edition != null
            where
                db.Set<Proposition>()
                    .Any(request =>
                        request.OpinionId == opinionId
                        && request.Number == number
                        && request.ProposalId == position.ProposalId
                        && request.EditionNumber == position.Edition
                    )
            orderby position.Number
            select position
        )
            .AsNoTracking()
            .Include(position => position.Signatures)
            .ToListAsync(cancellationToken);
        if (positions.Count == 0)
        {
            return [];
        }

        var space = await db.Set<Opinion>()
            .Where(opinion => opinion.Id == opinionId)
            .Select(opinion => opinion.SpaceId)
            .SingleAsync(cancellationToken);
        return await ShowAsync(space, positions, isPublic: true, cancellationToken);
    }

    /// <param name="isPublic">Whether those who chose not to be named in public are counted, not named.</param>
    public async Task<IReadOnlyList<PositionShown>> ShowAsync(
        Guid spaceId,
        IReadOnlyList<MinorityPosition> positions,
        bool isPublic,
        CancellationToken cancellationToken
    )
    {
        if (positions.Count == 0)
        {
            return [];
        }

        var names = await NamesAsync(spaceId, positions, isPublic, cancellationToken);
        var ranks = new Dictionary<Guid, int>();
        return [.. positions.Select(position => Show(position, Rank(position)))];

        // Before publication they are counted in the order in which they will be numbered.
        int Rank(MinorityPosition position) =>
            ranks[position.ProposalId] = ranks.GetValueOrDefault(position.ProposalId) + 1;

        PositionShown Show(MinorityPosition position, int rank)
        {
            var named = position
                .Signatures.Select(signature => names.GetValueOrDefault(signature.PersonId))
                .OfType<string>()
                .ToList();
            return new PositionShown(
                position.Id,
                position.ProposalId,
                position.IsPublished ? position.Number : rank,
                position.Text,
                named,
                position.Signatures.Count - named.Count
            );
        }
    }

    private async Task<Dictionary<Guid, string>> NamesAsync(
        Guid spaceId,
        IReadOnlyList<MinorityPosition> positions,
        bool isPublic,
        CancellationToken cancellationToken
    )
    {
        Guid[] signers =
        [
            .. positions
                .SelectMany(position => position.Signatures)
                .Select(signature => signature.PersonId)
                .Distinct(),
        ];
        var places = await db.Set<Member>()
            .Where(member => member.SpaceId == spaceId && signers.Contains(member.PersonId))
            .OrderByDescending(member => member.JoinedAt)
            .Select(member => new
            {
                member.PersonId,
                member.Name,
                member.IsPublic,
            })
            .ToListAsync(cancellationToken);
        return places
            .DistinctBy(member => member.PersonId)
            .Where(member => member.IsPublic || !isPublic)
            .ToDictionary(member => member.PersonId, member => member.Name);
    }
}

/// <summary>One minority position, as it is read.</summary>
/// <param name="Number">Its number beside its proposition, from 1.</param>
/// <param name="Names">Those who signed and may be named here.</param>
/// <param name="Unnamed">How many more signed.</param>
internal sealed record PositionShown(
    Guid Id,
    Guid ProposalId,
    int Number,
    string Text,
    IReadOnlyList<string> Names,
    int Unnamed
)
{
    public int Signatures => Names.Count + Unnamed;

    /// <summary>Plain text: line ends separate its paragraphs.</summary>
    public IReadOnlyList<string> Paragraphs =>
        Text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>Those beside one proposition.</summary>
/// <param name="Place">What their marks on the page begin with.</param>
/// <param name="IsWhole">Within the whole opinion, and not on the proposition's own page.</param>
internal sealed record PositionsBeside(IReadOnlyList<PositionShown> Positions, string Place, bool IsWhole);
