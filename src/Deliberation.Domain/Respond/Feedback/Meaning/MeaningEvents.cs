namespace Deliberation.Domain.Respond.Feedback.Meaning;

/// <summary>A moderator said what the feedbacks of a subject have in common.</summary>
public sealed record SubjectNamed(string Subject, string Name, DateTimeOffset At) : DomainEvent, IPublicAct;

/// <summary>A moderator read that two subjects are one; the feedbacks of the first went to the second.</summary>
public sealed record SubjectMerged(string Subject, string Into, DateTimeOffset At) : DomainEvent, IPublicAct;

/// <summary>A moderator set aside a subject that the words alone had made, with a coded reason.</summary>
public sealed record SubjectDismissed(string Subject, DismissalReason Reason, DateTimeOffset At)
    : DomainEvent,
        IPublicAct;

/// <summary>A moderator took a feedback out of a subject, or put it into another one.</summary>
/// <param name="Subject">The number of the feedback.</param>
/// <param name="From">The subject it left; nothing when it had none.</param>
/// <param name="To">The subject it joined; nothing when it stands alone.</param>
public sealed record FeedbackRegrouped(string Subject, string? From, string? To, DateTimeOffset At)
    : DomainEvent,
        IPublicAct;

/// <summary>A moderator said which theme a feedback belongs to.</summary>
public sealed record FeedbackFiled(string Number, string? Theme, DateTimeOffset At) : DomainEvent;

/// <summary>So many feedbacks spoke of a subject that a committee must take it up.</summary>
/// <param name="Subject">The number of the subject.</param>
/// <param name="Feedbacks">The threshold it reached.</param>
/// <param name="Days">The days the threshold counts.</param>
/// <param name="At">When it was seen.</param>
public sealed record SubjectReached(string Subject, int Feedbacks, int Days, DateTimeOffset At)
    : DomainEvent,
        IPublicAct;

/// <summary>A facilitator put a subject on the agenda of a committee.</summary>
/// <param name="Subject">The number of the subject.</param>
/// <param name="Space">The last part of the address of the committee.</param>
/// <param name="At">When.</param>
public sealed record SubjectPutOnAgenda(string Subject, string Space, DateTimeOffset At)
    : DomainEvent,
        IPublicAct;

/// <summary>An administrator decided from how many feedbacks on a committee must take up a subject.</summary>
/// <param name="Subject">The key of the theme, or <see cref="ThemeThreshold.Everywhere"/>.</param>
/// <param name="Feedbacks">The new threshold.</param>
/// <param name="Days">The days it counts.</param>
/// <param name="Reason">Why.</param>
/// <param name="At">From when it holds.</param>
public sealed record ThresholdDecided(
    string Subject,
    int Feedbacks,
    int Days,
    string Reason,
    DateTimeOffset At
) : DomainEvent, IPublicAct;
