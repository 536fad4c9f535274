namespace Deliberation.Domain.Deliberate.Ballots;

/// <summary>A vote was announced, with its rule and quorum.</summary>
public sealed record BallotPrepared(Guid BallotId, string Space, Guid ProposalId, DateTimeOffset At)
    : DomainEvent;

/// <summary>The members may vote; the wording and the roll are fixed.</summary>
public sealed record BallotOpened(Guid BallotId, string Space, Guid ProposalId, DateTimeOffset At)
    : DomainEvent;

/// <summary>The end of an open vote was put off.</summary>
public sealed record BallotPostponed(Guid BallotId, string Space, DateTimeOffset ClosesAt, DateTimeOffset At)
    : DomainEvent;

/// <summary>A vote was cancelled, for a reason that is told, and its papers destroyed.</summary>
public sealed record BallotCancelled(Guid BallotId, string Space, string Reason, DateTimeOffset At)
    : DomainEvent;

/// <summary>A vote was closed, counted and its result proclaimed.</summary>
/// <param name="Space">The address of the space: <c>comite-citoyen-2021</c>.</param>
/// <param name="Wording">The SHA-256 of the words voted on.</param>
public sealed record ResultProclaimed(
    string Space,
    Guid BallotId,
    string Wording,
    DecisionRule DecisionRule,
    BallotResult Result,
    DateTimeOffset At
) : DomainEvent, IPublicAct
{
    public string Subject => $"{Space}/scrutins/{BallotId}";
}
