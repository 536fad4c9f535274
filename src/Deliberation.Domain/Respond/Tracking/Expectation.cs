namespace Deliberation.Domain.Respond.Tracking;

/// <summary>
/// From that moment on, the institution owed its next word by that day. The series is never changed: the last one
/// holds, and the one that held at any past moment can be told.
/// </summary>
public sealed class Expectation
{
    private Expectation() { }

    public Guid TreatmentId { get; private set; }

    /// <summary>Its rank, from 1: the first is the opening.</summary>
    public int Number { get; private set; }

    public ExpectationCause Cause { get; private set; }

    /// <summary>The last day of the time given; null when nothing is promised, and while the clock stands still.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>What the date rests on, or why the clock stands still; empty when an answer simply promises a day.</summary>
    public string Basis { get; private set; } = "";

    /// <summary>The due day that a suspension holds back; null otherwise.</summary>
    public DateOnly? HeldOn { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>The first day on which the clock stands still; null while it runs.</summary>
    public DateOnly? SuspendedOn { get; private set; }

    internal static Expectation Make(
        Treatment treatment,
        ExpectationCause cause,
        Owed owed,
        DateTimeOffset at
    ) =>
        new()
        {
            TreatmentId = treatment.Id,
            Number = treatment.ExpectationCount + 1,
            Cause = cause,
            DueOn = owed.DueOn,
            Basis = owed.Basis,
            HeldOn = owed.HeldOn,
            SuspendedOn = cause == ExpectationCause.Suspended ? WorkingDays.DateInParis(at) : null,
            At = at,
        };

    /// <summary>What is owed from now on.</summary>
    internal sealed record Owed(DateOnly? DueOn, string Basis, DateOnly? HeldOn = null);
}

/// <summary>Why a due day was set, moved or held back.</summary>
public enum ExpectationCause
{
    /// <summary>Publication : une première réponse est attendue.</summary>
    FirstAnswer = 1,

    /// <summary>Une réponse promet, ou non, une prochaine mise à jour.</summary>
    PromisedUpdate = 2,

    /// <summary>Les membres n’ont pas été convaincus : une deuxième réponse est due.</summary>
    SecondAnswer = 3,

    /// <summary>Le délai est suspendu, pour une raison publique.</summary>
    Suspended = 4,

    /// <summary>Le délai reprend.</summary>
    Resumed = 5,

    /// <summary>L’avis corrigé ne contient plus la proposition : plus rien n’est dû.</summary>
    Withdrawn = 6,

    /// <summary>Une édition suivante la contient de nouveau.</summary>
    Restored = 7,
}
