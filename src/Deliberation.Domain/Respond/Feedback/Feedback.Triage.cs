using Deliberation.Domain.Respond.Feedback.Triage;

namespace Deliberation.Domain.Respond.Feedback;

public sealed partial class Feedback
{
    private const int ShortestBecause = 5;
    private const int LongestBecause = 1_000;

    public Severity Severity { get; private set; } = Severity.Ordinary;

    /// <summary>The version of the words that its severity was read with last.</summary>
    public int TriagedBy { get; private set; }

    /// <summary>When a decision was proposed that a second moderator has not answered; null when none waits.</summary>
    public DateTimeOffset? ProposedAt { get; private set; }

    public IReadOnlyList<TriageStep> Triage => [.. triage.OrderBy(step => step.Position)];

    /// <summary>The decision that waits for a second moderator; null when none does.</summary>
    public TriageStep? ProposedDecision => ProposedAt is null ? null : Last(TriageKind.Proposed);

    /// <summary>Whether this moderator may not decide it without another one.</summary>
    public bool TakesTwo(Guid by) => Severity >= Severity.Serious || IsLoweredBy(by);

    /// <summary>A moderator corrects how serious it is; what the words say no longer decides.</summary>
    /// <exception cref="RuleBroken">No reason, or the same severity.</exception>
    public void Weigh(Severity severity, string because, Guid by, DateTimeOffset now)
    {
        Require(Enum.IsDefined(severity) && severity != Severity, FeedbackRules.ANewSeverityDiffers);
        var words = Because(because);

        Severity = severity;
        Note(TriageKind.Weighed, words, by, now);
        Tell(now, new FeedbackSeverityChanged(Number, severity, now));
    }

    /// <summary>A moderator says who was alerted of the danger it tells of. This never waits for a second person.</summary>
    /// <remarks>The same words by the same person again, as a form sent twice brings them, change nothing.</remarks>
    /// <exception cref="RuleBroken">It is not urgent, or nothing is said.</exception>
    public void Alert(string whom, Guid by, DateTimeOffset now)
    {
        Require(Severity == Severity.Urgent, FeedbackRules.AnAlertIsForAnUrgentFeedback);
        var words = Because(whom);
        if (Last(TriageKind.Alerted) is { } last && last.By == by && last.Because == words)
        {
            return;
        }

        Note(TriageKind.Alerted, words, by, now);
        Tell(now, new FeedbackAlertGiven(Number, now));
    }

    /// <summary>A first moderator says what they would decide, and why.</summary>
    /// <param name="reason">Why not to publish it; null proposes to publish.</param>
    /// <exception cref="RuleBroken">A proposal waits, no reason is given, or its state does not allow this decision.</exception>
    public void Propose(WithholdingReason? reason, string because, Guid by, DateTimeOffset now)
    {
        Require(ProposedAt is null, FeedbackRules.OneDecisionWaitsAtATime);
        RequirePossible(reason, decider: null);
        var words = Because(because);

        Note(TriageKind.Proposed, words, by, now, reason);
        ProposedAt = now;
        Tell(now, new FeedbackDecisionProposed(Number, now));
    }

    /// <summary>A second moderator decides what the first proposed.</summary>
    /// <param name="seen">The position of the proposal that was read.</param>
    /// <exception cref="RuleBroken">
    /// Nothing waits, another decision than the one read waits, the first confirms, or its state does not allow it any more.
    /// </exception>
    public void ConfirmDecision(int seen, Guid by, DateTimeOffset now)
    {
        Require(ProposedDecision is { } waiting && waiting.By != by, FeedbackRules.AnotherPersonConfirms);
        RequireRead(seen);
        var reason = ProposedDecision?.Reason;
        RequirePossible(reason, by);

        ProposedAt = null;
        Note(TriageKind.Confirmed, MaskedText.Empty, by, now, reason);
        if (reason is { } why)
        {
            SetAside(why, by, now);
        }
        else
        {
            MakePublic(by, now);
        }
    }

    /// <summary>A second moderator declines what the first proposed, or the first takes it back; nothing else changes.</summary>
    /// <param name="seen">The position of the proposal that was read.</param>
    /// <exception cref="RuleBroken">Nothing waits, another decision than the one read waits, or no reason is given.</exception>
    public void DeclineDecision(int seen, string because, Guid by, DateTimeOffset now)
    {
        Require(ProposedDecision is not null, FeedbackRules.AnotherPersonConfirms);
        RequireRead(seen);
        var words = Because(because);

        ProposedAt = null;
        Note(TriageKind.Declined, words, by, now);
        Tell(now, new FeedbackDecisionDeclined(Number, now));
    }

    private void RequireRead(int seen) =>
        Require(ProposedDecision?.Position == seen, FeedbackRules.TheDecisionIsTheOneThatWasRead);

    private void RequirePossible(WithholdingReason? reason, Guid? decider)
    {
        if (reason is { } why)
        {
            RequireWithholdable(why);
        }
        else
        {
            RequirePublishable(decider);
            Require(!Stage.IsPublic(), FeedbackRules.ModerationFollowsReception);
        }
    }

    private void RequireOneIsEnough(Guid by)
    {
        Require(Severity < Severity.Serious, FeedbackRules.TwoDecideOnASeriousFeedback);
        Require(!IsLoweredBy(by), FeedbackRules.WhoeverLowersDoesNotDecideAlone);
    }

    // Otherwise one person would do what takes two: lower first, decide next.
    private bool IsLoweredBy(Guid by) =>
        Last(TriageKind.Weighed) is { Severity: Severity.Ordinary } lowered && lowered.By == by;

    // What a person said of it holds against the words.
    private void ReadSeverity()
    {
        TriagedBy = SeverityReading.Version;
        if (Last(TriageKind.Weighed) is null)
        {
            Severity = SeverityReading.Of(Keywords, Answers.Mark).Severity;
        }
    }

    private void SetPairedDecisionAside(DateTimeOffset now)
    {
        if (ProposedAt is not null)
        {
            ProposedAt = null;
            Note(TriageKind.Lapsed, MaskedText.Empty, by: null, now);
        }
    }

    private void ForgetTriageWords() => triage.ForEach(step => step.ForgetWords());

    private void Note(
        TriageKind kind,
        MaskedText because,
        Guid? by,
        DateTimeOffset now,
        WithholdingReason? reason = null
    ) => triage.Add(TriageStep.Take(triage.Count + 1, kind, Severity, because, by, now, reason));

    private TriageStep? Last(TriageKind kind) =>
        triage.Where(step => step.Kind == kind).MaxBy(step => step.Position);

    private static MaskedText Because(string words)
    {
        var masked = MaskedText.Of(words);
        Require(
            masked.Value.Length >= ShortestBecause && masked.Value.Length <= LongestBecause,
            FeedbackRules.TriageSaysWhy
        );
        return masked;
    }
}
