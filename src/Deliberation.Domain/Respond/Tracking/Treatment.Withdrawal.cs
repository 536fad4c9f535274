namespace Deliberation.Domain.Respond.Tracking;

public sealed partial class Treatment
{
    /// <summary>When a corrected edition of the opinion left the proposition out; null while it stands there.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>
    /// The opinion no longer holds the proposition: nothing more is owed to it, and all that was said stays. Twice
    /// changes nothing.
    /// </summary>
    /// <param name="edition">The number of the edition that leaves it out, from 2.</param>
    /// <param name="reason">What that edition says it corrects; 10 to 1,000 characters.</param>
    public void Withdraw(int edition, string reason, DateTimeOffset now)
    {
        if (WithdrawnAt is not null)
        {
            return;
        }

        WithdrawnAt = now;
        OwesSecondAnswer = false;
        Expect(ExpectationCause.Withdrawn, new(null, reason.Trim()), now);
        Record(new PropositionWithdrawn(Id, Reference, edition, reason.Trim(), now));
    }

    /// <summary>A later edition holds the proposition again: without any answer yet, a first one is owed anew.</summary>
    /// <param name="edition">The number of the edition that takes it back.</param>
    /// <param name="expected">Who promises a first answer, and by when; the body in charge stays the one it was.</param>
    public void Restore(int edition, FirstAnswer expected, DateTimeOffset now)
    {
        if (WithdrawnAt is null)
        {
            return;
        }

        WithdrawnAt = null;
        var due = AnswerCount == 0 ? expected.DueOn : null;
        Expect(ExpectationCause.Restored, new(due, due is null ? "" : expected.Basis.Trim()), now);
        Record(new PropositionRestored(Id, Reference, edition, due, now));
    }
}
