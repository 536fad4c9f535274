using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Publish.MinorityPositions;
using static Deliberation.Domain.Publish.MinorityPositions.MinorityPositionRules;

namespace Deliberation.Domain.Publish.Opinions;

public sealed partial class Opinion
{
    private readonly List<MinorityPosition> positions = [];

    /// <summary>Every minority position, published or not, the earliest first.</summary>
    public IReadOnlyList<MinorityPosition> Positions =>
        [.. positions.OrderBy(position => position.WrittenAt).ThenBy(position => position.Id)];

    /// <summary>May members write and sign beside this proposal now? It is in the edition being assembled, and new.</summary>
    public bool IsOpenToDissent(Guid proposalId) =>
        Pending is { } pending
        && pending.Propositions.Any(request => request.ProposalId == proposalId)
        && Published().All(request => request.ProposalId != proposalId);

    /// <summary>The positions that stand beside a proposition in this edition.</summary>
    public IReadOnlyList<MinorityPosition> PositionsBeside(Edition edition, Guid proposalId) =>
        [
            .. Positions.Where(position =>
                position.ProposalId == proposalId
                && (position.IsPublished ? position.Edition <= edition.Number : !edition.IsPublished)
            ),
        ];

    /// <summary>Writes a minority position and signs it; the same words sent twice are written once.</summary>
    /// <param name="member">Their place in the space; null for a stranger.</param>
    /// <exception cref="RuleBroken">Nobody with a vote there, not being assembled, a text out of bounds, or a second signature.</exception>
    public MinorityPosition Dissent(
        Guid id,
        Guid proposalId,
        Membership? member,
        string text,
        DateTimeOffset now
    )
    {
        var person = RequireAVoice(member);
        var tidied = MinorityPosition.Tidy(text);
        if (positions.Find(known => known.ProposalId == proposalId && known.IsSignedBy(person)) is { } mine)
        {
            Require(string.Equals(mine.Text, tidied, StringComparison.Ordinal), AMemberSignsOnePosition);
            return mine;
        }

        Require(IsOpenToDissent(proposalId), APositionIsWrittenBeforePublication);
        Require(MinorityPosition.IsText(tidied), APositionHasAText);

        var position = MinorityPosition.Write(id, Id, proposalId, tidied, now);
        position.Sign(person, now);
        positions.Add(position);
        ReadAgain(new MinorityPositionWritten(Id, position.Id, now));
        return position;
    }

    /// <summary>One more member signs; a second click signs once.</summary>
    /// <param name="position">One of <see cref="Positions"/>.</param>
    /// <param name="member">Their place in the space; null for a stranger.</param>
    /// <exception cref="RuleBroken">Nobody with a vote there, published or not being assembled, or another position signed.</exception>
    public void Sign(MinorityPosition position, Membership? member, DateTimeOffset now)
    {
        var person = RequireAVoice(member);
        if (position.IsSignedBy(person))
        {
            return;
        }

        Require(IsOpenToDissent(position.ProposalId), APositionIsWrittenBeforePublication);
        Require(
            !positions.Exists(known => known.ProposalId == position.ProposalId && known.IsSignedBy(person)),
            AMemberSignsOnePosition
        );

        position.Sign(person, now);
        ReadAgain(new MinorityPositionSigned(Id, position.Id, now));
    }

    /// <summary>Takes a signature back; with the last one the position is gone. A second click takes it back once.</summary>
    /// <param name="position">One of <see cref="Positions"/>.</param>
    /// <exception cref="RuleBroken">It is published.</exception>
    public void Withdraw(MinorityPosition position, Guid personId, DateTimeOffset now)
    {
        if (!position.IsSignedBy(personId))
        {
            return;
        }

        Require(!position.IsPublished, APublishedPositionStays);

        position.Withdraw(personId);
        if (position.Signatures.Count == 0)
        {
            positions.Remove(position);
        }

        ReadAgain(new MinoritySignatureWithdrawn(Id, position.Id, now));
    }

    private Guid RequireAVoice(Membership? member) =>
        member is { IsActive: true } && member.SpaceId == SpaceId && member.Role.Votes()
            ? member.PersonId
            : throw new RuleBroken(OnlyMembersWithAVoteSign);

    // What was read in preview is no longer what would be published.
    private void ReadAgain(DomainEvent happened)
    {
        if (Pending is { } pending)
        {
            pending.ReadAgain(++Assemblies);
        }

        Record(happened);
    }

    private void Freeze(Edition edition)
    {
        foreach (var request in edition.Propositions)
        {
            var unpublished = Positions.Where(position =>
                position.ProposalId == request.ProposalId && !position.IsPublished
            );
            foreach (var (index, position) in unpublished.ToList().Index())
            {
                position.Freeze(index + 1, edition.Number);
            }
        }
    }
}
