namespace Deliberation.Domain.Respond.Tracking;

/// <summary>An opinion's answers will be given in other words than the usual ones.</summary>
public sealed record SchemeAdopted(
    Guid OpinionId,
    string Subject,
    IReadOnlyList<SchemeStatus> Statuses,
    DateTimeOffset At
) : DomainEvent, IPublicAct;

/// <summary>One status, as the register keeps it.</summary>
public sealed record SchemeStatus(string Code, string French, string English, StatusCategory Category)
{
    internal static SchemeStatus Of(Status status) =>
        new(status.Code, status.French, status.English, status.Category);
}

/// <summary>A published proposition now waits for its institution's answer.</summary>
public sealed record TreatmentOpened(
    Guid TreatmentId,
    string Subject,
    string Title,
    string Body,
    DateOnly? FirstAnswerDueOn,
    string DueBasis,
    DateTimeOffset At
) : DomainEvent, IPublicAct
{
    /// <summary>How many minority positions are owed a reply; null when there is none.</summary>
    [AddedLater]
    public int? MinorityPositions { get; init; }

    internal static TreatmentOpened From(Treatment treatment, string body) =>
        new(
            treatment.Id,
            treatment.Reference,
            treatment.Title,
            body,
            treatment.FirstAnswerDueOn,
            treatment.DueBasis,
            treatment.OpenedAt
        )
        {
            MinorityPositions = treatment.MinorityPositions == 0 ? null : treatment.MinorityPositions,
        };
}

/// <summary>An institution answered a proposition.</summary>
public sealed record TreatmentAnswered(
    Guid TreatmentId,
    string Subject,
    int Number,
    string Status,
    string Reason,
    string Body,
    string Function,
    string? EvidenceLink,
    string? EvidenceCitation,
    DateOnly? NextUpdateOn,
    string? ImportedFrom,
    DateTimeOffset At
) : DomainEvent, IPublicAct
{
    [AddedLater]
    public Decision? Decision { get; init; }

    [AddedLater]
    public Fidelity? Fidelity { get; init; }

    [AddedLater]
    public string? CheckedBy { get; init; }

    [AddedLater]
    public string? Laws { get; init; }

    [AddedLater]
    public string? Documents { get; init; }

    [AddedLater]
    public string? SuccessMeasure { get; init; }

    /// <summary>The number of the earlier answer that this one corrects.</summary>
    [AddedLater]
    public int? Corrects { get; init; }

    /// <summary>When what had been answered elsewhere was brought in here; null for what was answered here.</summary>
    [AddedLater]
    public DateTimeOffset? BroughtInAt { get; init; }

    /// <summary>What it replies to each minority position; null when it replies to none.</summary>
    [AddedLater]
    public IReadOnlyList<PositionReply>? Replies { get; init; }

    /// <param name="body">The key of the body that answered.</param>
    public static TreatmentAnswered From(TreatmentUpdate update, string reference, string body) =>
        new(
            update.TreatmentId,
            reference,
            update.Number,
            update.Status,
            update.Reason,
            body,
            update.Function,
            update.EvidenceLink,
            update.EvidenceCitation,
            update.NextUpdateOn,
            update.ImportedFrom,
            update.At
        )
        {
            Decision = update.Decision,
            Fidelity = update.Fidelity,
            CheckedBy = update.CheckedBy,
            Laws = update.Laws,
            Documents = update.Documents,
            SuccessMeasure = update.SuccessMeasure,
            Corrects = update.Corrects,
            BroughtInAt = update.BroughtInAt,
            Replies = update.Replies?.All,
        };
}

/// <summary>The time given for the next word stands still, for a public reason.</summary>
public sealed record TreatmentSuspended(
    Guid TreatmentId,
    string Subject,
    string Body,
    string Reason,
    DateTimeOffset At
) : DomainEvent, IPublicAct;

/// <summary>The time given for the next word runs again.</summary>
public sealed record TreatmentResumed(
    Guid TreatmentId,
    string Subject,
    string Body,
    DateOnly DueOn,
    DateTimeOffset At
) : DomainEvent, IPublicAct;

/// <summary>A corrected edition of its opinion leaves a proposition out: nothing more is owed to it.</summary>
/// <param name="Reason">What that edition says it corrects.</param>
public sealed record PropositionWithdrawn(
    Guid TreatmentId,
    string Subject,
    int Edition,
    string Reason,
    DateTimeOffset At
) : DomainEvent, IPublicAct;

/// <summary>A later edition of its opinion holds a proposition again.</summary>
/// <param name="DueOn">The last day for a first answer; null when one was given, or nobody promised any.</param>
public sealed record PropositionRestored(
    Guid TreatmentId,
    string Subject,
    int Edition,
    DateOnly? DueOn,
    DateTimeOffset At
) : DomainEvent, IPublicAct;

/// <summary>The members judged an answer insufficient: another is owed.</summary>
/// <param name="Answer">The number of the answer they judged.</param>
public sealed record SecondAnswerDue(
    Guid TreatmentId,
    string Subject,
    int Answer,
    DateOnly DueOn,
    string Basis,
    DateTimeOffset At
) : DomainEvent, IPublicAct;

/// <summary>A treatment was put in the hands of another body.</summary>
public sealed record TreatmentEntrusted(Guid TreatmentId, string Subject, string Body, DateTimeOffset At)
    : DomainEvent,
        IPublicAct;
