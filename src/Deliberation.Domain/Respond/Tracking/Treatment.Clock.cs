namespace Deliberation.Domain.Respond.Tracking;

public sealed partial class Treatment
{
    private readonly List<Expectation> expectations = [];

    /// <summary>The day by which the institution owes its next word; null when it owes none, and while the clock stands still.</summary>
    public DateOnly? ExpectedOn { get; private set; }

    /// <summary>The first day on which the clock stands still; null while it runs.</summary>
    public DateOnly? SuspendedOn { get; private set; }

    /// <summary>Is the members' judgement of the last answer waiting for another one?</summary>
    public bool OwesSecondAnswer { get; private set; }

    /// <summary>How many due days were set, moved or held back.</summary>
    public int ExpectationCount { get; private set; }

    /// <summary>The due day that a suspension holds back; null while the clock runs.</summary>
    public DateOnly? HeldOn { get; private set; }

    /// <summary>Every due day set, moved or held back, the first one first.</summary>
    public IReadOnlyList<Expectation> Expectations => [.. expectations.OrderBy(one => one.Number)];

    private Deadline? Clock =>
        HeldOn is { } held && SuspendedOn is { } since ? new Deadline(held, [new(since, null)])
        : ExpectedOn is { } due ? new Deadline(due)
        : null;

    /// <summary>Stops the clock in the name of <paramref name="speaker"/>, publicly and for a reason of 20 to 1,000 characters.</summary>
    /// <exception cref="RuleBroken">Another body, no reason, nothing owed, a day already past, or already suspended.</exception>
    public void Suspend(string reason, Body speaker, DateTimeOffset now)
    {
        Require(speaker.Id == BodyId, TrackingRules.ABodyAnswersWhatItIsInChargeOf);
        var why = AnswerText.Tidy(reason) ?? "";
        Require(AnswerText.Is(why, 20, 1_000), DeadlineRules.ASuspensionSaysWhy);
        Require(Clock is not null, DeadlineRules.ASuspensionBeginsBeforeTheDueDate);
        var suspended = Clock!.Suspend(WorkingDays.DateInParis(now)); // required above

        Expect(ExpectationCause.Suspended, new(null, why, suspended.FirstDue), now);
        Record(new TreatmentSuspended(Id, Reference, speaker.Key, why, now));
    }

    /// <summary>Starts the clock again: each working day it stood still puts the due day off by one; today counts again.</summary>
    /// <exception cref="RuleBroken">Another body, nothing is suspended, or only since today.</exception>
    public void Resume(Body speaker, DateTimeOffset now)
    {
        Require(speaker.Id == BodyId, TrackingRules.ABodyAnswersWhatItIsInChargeOf);
        Require(Clock is not null, DeadlineRules.OnlyAnOpenSuspensionEnds);
        var yesterday = WorkingDays.DateInParis(now).AddDays(-1);
        var due = Clock!.Resume(yesterday).DueAsOf(yesterday); // required above

        Expect(ExpectationCause.Resumed, new(due, ""), now);
        Record(new TreatmentResumed(Id, Reference, speaker.Key, due, now));
    }

    /// <summary>The members judged the last answer insufficient: another is owed, unless an earlier day is already promised.</summary>
    /// <param name="basis">What the date rests on, in 5 to 300 characters.</param>
    /// <exception cref="RuleBroken">Withdrawn, no answer was given yet, or no basis.</exception>
    public void OweSecondAnswer(DateOnly dueOn, string basis, DateTimeOffset now)
    {
        Require(WithdrawnAt is null, DeadlineRules.NothingIsOwedToAWithdrawnProposition);
        Require(AnswerCount > 0, DeadlineRules.ASecondAnswerFollowsAFirst);
        Require(basis.Trim().Length is >= 5 and <= 300, TrackingRules.ADueDateSaysItsBasis);

        var due = ExpectedOn is { } promised && promised < dueOn ? promised : dueOn;
        OwesSecondAnswer = true;
        Expect(ExpectationCause.SecondAnswer, new(due, basis.Trim()), now);
        Record(new SecondAnswerDue(Id, Reference, AnswerCount, due, basis.Trim(), now));
    }

    private void Expect(ExpectationCause cause, Expectation.Owed owed, DateTimeOffset at)
    {
        var expected = Expectation.Make(this, cause, owed, at);
        expectations.Add(expected);
        ExpectationCount = expected.Number;
        (ExpectedOn, SuspendedOn, HeldOn) = (expected.DueOn, expected.SuspendedOn, expected.HeldOn);
    }
}
