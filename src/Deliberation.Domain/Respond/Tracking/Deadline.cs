using static Deliberation.Domain.Respond.Tracking.DeadlineRules;

namespace Deliberation.Domain.Respond.Tracking;

/// <summary>Where an awaited answer stands on a given day.</summary>
public enum DeadlineState
{
    /// <summary>More than <see cref="Deadline.SoonWithin"/> working days are left.</summary>
    OnTime,

    /// <summary>At most <see cref="Deadline.SoonWithin"/> working days are left; the due day itself is still in time.</summary>
    DueSoon,

    /// <summary>The due day is over.</summary>
    Late,

    /// <summary>More than <see cref="Deadline.VeryLateAfter"/> working days have passed since the due day.</summary>
    VeryLate,
}

/// <summary>A time during which the clock stands still, its first and last days included.</summary>
/// <param name="Until">The last day; nothing while it goes on.</param>
public sealed record Suspension(DateOnly From, DateOnly? Until)
{
    public bool Covers(DateOnly day) => From <= day && (Until is null || day <= Until);
}

/// <summary>The day an answer is due, and the times during which that is put off. Never changed: each verb gives a new one.</summary>
/// <param name="FirstDue">The due day as first set, before any suspension.</param>
public sealed record Deadline(DateOnly FirstDue, IReadOnlyList<Suspension> Suspensions)
{
    /// <summary>Working days before the due day from which the answer is said to be due soon.</summary>
    public const int SoonWithin = 10;

    /// <summary>Working days after the due day beyond which the answer is said to be very late.</summary>
    public const int VeryLateAfter = 30;

    public Deadline(DateOnly firstDue)
        : this(firstDue, []) { }

    public static Deadline After(DateOnly start, int workingDays) => new(WorkingDays.Add(start, workingDays));

    /// <summary>The latest due day of which the answer is very late on <paramref name="today"/>.</summary>
    public static DateOnly VeryLateWhenDueOn(DateOnly today)
    {
        var due = today;
        for (var passed = 0; passed <= VeryLateAfter; due = due.AddDays(-1))
        {
            passed += WorkingDays.Includes(due) ? 1 : 0;
        }

        return due;
    }

    /// <summary>Stops the clock from a day on.</summary>
    /// <exception cref="RuleBroken">A date already past, or a suspension still open or later.</exception>
    public Deadline Suspend(DateOnly from)
    {
        Require(Suspensions.All(suspension => suspension.Until < from), SuspensionsFollowOneAnother);
        Require(from <= DueAsOf(from), ASuspensionBeginsBeforeTheDueDate);
        return this with { Suspensions = [.. Suspensions, new(from, null)] };
    }

    /// <summary>Starts the clock again the day after <paramref name="lastDay"/>.</summary>
    /// <exception cref="RuleBroken">Nothing is suspended, or the end comes before the beginning.</exception>
    public Deadline Resume(DateOnly lastDay)
    {
        Require(Suspensions is [.., { Until: null } open] && lastDay >= open.From, OnlyAnOpenSuspensionEnds);
        return this with
        {
            Suspensions = [.. Suspensions.SkipLast(1), Suspensions[^1] with { Until = lastDay }],
        };
    }

    public bool IsSuspendedOn(DateOnly day) => Suspensions.Any(suspension => suspension.Covers(day));

    /// <summary>The due day as known on <paramref name="today"/>: each working day suspended so far puts it off by one.</summary>
    public DateOnly DueAsOf(DateOnly today) =>
        Suspensions
            .Where(suspension => suspension.From <= today)
            .Aggregate(FirstDue, (due, suspension) => WorkingDays.Add(due, DaysSuspended(suspension, today)));

    public DeadlineState StateOn(DateOnly today)
    {
        var due = DueAsOf(today);
        return WorkingDays.Between(due, today) switch
        {
            > VeryLateAfter => DeadlineState.VeryLate,
            _ when today > due => DeadlineState.Late,
            _ when WorkingDays.Between(today, due) <= SoonWithin => DeadlineState.DueSoon,
            _ => DeadlineState.OnTime,
        };
    }

    /// <summary>How many working days have passed since the due day; 0 while in time.</summary>
    public int WorkingDaysLateOn(DateOnly today) => WorkingDays.Between(DueAsOf(today), today);

    private static int DaysSuspended(Suspension suspension, DateOnly today)
    {
        var last = suspension.Until is { } until && until < today ? until : today;
        return WorkingDays.Between(suspension.From.AddDays(-1), last);
    }

    private static void Require(bool condition, Rule rule)
    {
        if (!condition)
        {
            throw new RuleBroken(rule);
        }
    }
}
