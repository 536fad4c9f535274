namespace Deliberation.Domain.Respond.Verdicts;

/// <summary>The members of a space may judge an answer, until a known day.</summary>
public sealed record VerdictsInvited(Guid RoundId, Guid SpaceId, DateTimeOffset ClosesAt, DateTimeOffset At)
    : DomainEvent;

/// <summary>The terms on which the members of a space judge the answers to their next opinions were set.</summary>
/// <param name="Subject">The address of the space.</param>
/// <param name="Days">Calendar days.</param>
/// <param name="Threshold">In percent.</param>
/// <param name="SecondAnswerDays">Working days.</param>
public sealed record VerdictTermsSet(
    Guid SpaceId,
    string Subject,
    int Days,
    int Threshold,
    int Least,
    int SecondAnswerDays,
    string Reason,
    DateTimeOffset At
) : DomainEvent, IPublicAct
{
    internal static VerdictTermsSet From(TermsChange change, string space) =>
        new(
            change.SpaceId,
            space,
            change.Days,
            change.Threshold,
            change.Least,
            change.SecondAnswerDays,
            change.Reason,
            change.At
        );
}

/// <summary>What the members said of an answer was counted and published.</summary>
/// <param name="Subject">The proposition's published name.</param>
/// <param name="Answer">The number of the answer that was judged.</param>
/// <param name="Threshold">The share of satisfied members, in percent, below which a second answer is due.</param>
/// <param name="SecondAnswerDueOn">The last day for that second answer; null when none is due.</param>
public sealed record VerdictPublished(
    Guid RoundId,
    string Subject,
    int Answer,
    VerdictResult Result,
    int Threshold,
    DateOnly? SecondAnswerDueOn,
    DateTimeOffset At
) : DomainEvent, IPublicAct
{
    /// <summary>Null while the round is open.</summary>
    public static VerdictPublished? From(VerdictRound round) =>
        round is { Result: { } result, ClosedAt: { } at }
            ? new(
                round.Id,
                round.Reference,
                round.AnswerNumber,
                result,
                round.Threshold,
                round.SecondAnswerDueOn,
                at
            )
            : null;
}
