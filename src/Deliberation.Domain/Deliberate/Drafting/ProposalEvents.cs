namespace Deliberation.Domain.Deliberate.Drafting;

/// <summary>Someone put forward an idea.</summary>
public sealed record ProposalStarted(Guid ProposalId, Guid SpaceId, Guid StartedBy, DateTimeOffset At)
    : DomainEvent;

/// <summary>The title, reasons, theme or origins of a proposal changed.</summary>
public sealed record ProposalDescribed(Guid ProposalId, DateTimeOffset At) : DomainEvent;

/// <summary>Members began to write the proposal, for the first time or for a new round.</summary>
public sealed record ProposalDraftingBegun(Guid ProposalId, DateTimeOffset At) : DomainEvent;

/// <summary>The wording is ready to be discussed by all.</summary>
public sealed record ProposalDebated(Guid ProposalId, DateTimeOffset At) : DomainEvent;

/// <summary>The proposal is being voted on.</summary>
public sealed record ProposalPutToVote(Guid ProposalId, DateTimeOffset At) : DomainEvent;

/// <summary>The vote was cancelled; the debate goes on.</summary>
public sealed record ProposalReturnedToDebate(Guid ProposalId, DateTimeOffset At) : DomainEvent;

/// <summary>The members adopted the proposal.</summary>
public sealed record ProposalAdopted(Guid ProposalId, DateTimeOffset At) : DomainEvent;

/// <summary>The members adopted the proposal in a meeting; its minutes say so.</summary>
public sealed record ProposalAdoptedElsewhere(Guid ProposalId, string Minutes, DateTimeOffset At)
    : DomainEvent;

/// <summary>The members rejected the proposal.</summary>
public sealed record ProposalRejected(Guid ProposalId, DateTimeOffset At) : DomainEvent;

/// <summary>The proposal was withdrawn, for a reason that is told.</summary>
public sealed record ProposalWithdrawn(Guid ProposalId, string Reason, DateTimeOffset At) : DomainEvent;

/// <summary>The proposal went on as part of another.</summary>
public sealed record ProposalMerged(Guid ProposalId, Guid IntoProposalId, DateTimeOffset At) : DomainEvent;

/// <summary>A merge was taken back.</summary>
public sealed record ProposalSetApart(Guid ProposalId, Guid By, DateTimeOffset At) : DomainEvent;

/// <summary>A proposal took another place in its draft.</summary>
public sealed record ProposalMoved(Guid ProposalId, Guid? SectionId, int Position, Guid By, DateTimeOffset At)
    : DomainEvent;

/// <summary>Part of a proposal went on as a proposal of its own.</summary>
public sealed record ProposalSplit(Guid ProposalId, Guid FromProposalId, Guid By, DateTimeOffset At)
    : DomainEvent;
