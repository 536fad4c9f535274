using Deliberation.Domain.Respond.Feedback.Triage;

namespace Deliberation.Domain.Respond.Feedback;

/// <summary>A feedback came in, masked.</summary>
public sealed record FeedbackReceived(string Number, DateTimeOffset At) : DomainEvent;

/// <summary>A moderator made a feedback public.</summary>
public sealed record FeedbackPublished(string Number, DateTimeOffset At) : DomainEvent;

/// <summary>A moderator set a feedback aside before it was public, with a coded reason.</summary>
public sealed record FeedbackWithheld(string Number, WithholdingReason Reason, DateTimeOffset At)
    : DomainEvent;

/// <summary>A moderator read a feedback as advertising or noise.</summary>
public sealed record FeedbackMarkedAsSpam(string Number, DateTimeOffset At) : DomainEvent;

/// <summary>A moderator hid words that the detector had missed.</summary>
public sealed record FeedbackRedacted(string Number, DateTimeOffset At) : DomainEvent;

/// <summary>The detector, which has learnt, hid more words of a feedback.</summary>
public sealed record FeedbackMaskedAgain(string Number, DateTimeOffset At) : DomainEvent;

/// <summary>A moderator raised or lowered how serious a feedback is.</summary>
public sealed record FeedbackSeverityChanged(string Number, Severity Severity, DateTimeOffset At)
    : DomainEvent;

/// <summary>A moderator called for help, or passed on the danger that a feedback tells of.</summary>
public sealed record FeedbackAlertGiven(string Number, DateTimeOffset At) : DomainEvent;

/// <summary>A first moderator proposed what becomes of a serious feedback.</summary>
public sealed record FeedbackDecisionProposed(string Number, DateTimeOffset At) : DomainEvent;

/// <summary>A moderator declined what another had proposed.</summary>
public sealed record FeedbackDecisionDeclined(string Number, DateTimeOffset At) : DomainEvent;

/// <summary>The author contests that their feedback was set aside.</summary>
public sealed record FeedbackContested(string Number, DateTimeOffset At) : DomainEvent;

/// <summary>A feedback was passed on to the body that can answer.</summary>
public sealed record FeedbackPassedOn(string Number, Guid BodyId, DateTimeOffset At) : DomainEvent;

/// <summary>An agent wrote a reply that a second person must read before it is public.</summary>
public sealed record ReplyWritten(string Number, Guid BodyId, DateTimeOffset At) : DomainEvent;

/// <summary>The second person sent a reply back to its author.</summary>
public sealed record ReplySentBack(string Number, Guid BodyId, DateTimeOffset At) : DomainEvent;

/// <summary>The author said whether giving feedback was useful.</summary>
public sealed record FeedbackClosed(string Number, ClosingMark Mark, DateTimeOffset At) : DomainEvent;

/// <summary>An author withdrew a feedback that was not public.</summary>
public sealed record FeedbackErased(string Number, DateTimeOffset At) : DomainEvent;

/// <summary>The words of a feedback that was set aside were erased: their time was over.</summary>
public sealed record FeedbackExpired(string Number, DateTimeOffset At) : DomainEvent;

/// <summary>What the author of a feedback had said of themselves was forgotten: its time was over.</summary>
public sealed record FeedbackProfileForgotten(string Number, DateTimeOffset At) : DomainEvent;

/// <summary>A public feedback was linked to a proposition.</summary>
public sealed record FeedbackLinked(string Subject, string Proposition, DateTimeOffset At)
    : DomainEvent,
        IPublicAct;

/// <summary>The link between a feedback and a proposition was undone.</summary>
public sealed record FeedbackUnlinked(string Subject, string Proposition, DateTimeOffset At)
    : DomainEvent,
        IPublicAct;

/// <summary>An institution's reply became public; its words are told by their SHA-256.</summary>
public sealed record FeedbackAnswered(
    string Subject,
    string Body,
    ReplyOutcome Outcome,
    DateOnly? PlannedFor,
    string TextSha256,
    DateTimeOffset At
) : DomainEvent, IPublicAct;

/// <summary>A moderator took down a feedback that had been public, with a coded reason.</summary>
public sealed record FeedbackTakenDown(string Subject, WithholdingReason Reason, DateTimeOffset At)
    : DomainEvent,
        IPublicAct;

/// <summary>An author withdrew a public feedback; its number stays.</summary>
public sealed record FeedbackWithdrawn(string Subject, DateTimeOffset At) : DomainEvent, IPublicAct;
