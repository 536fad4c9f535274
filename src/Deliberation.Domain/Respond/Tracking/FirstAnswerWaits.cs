namespace Deliberation.Domain.Respond.Tracking;

/// <summary>How long first answers took, in calendar days of Paris, each figure being the wait of a real proposition.</summary>
/// <param name="Days">One wait per answered proposition, in any order.</param>
public sealed record FirstAnswerWaits(IReadOnlyList<int> Days)
{
    /// <summary>Below this many answers, a median would say more about chance than about the institution.</summary>
    public const int Least = 5;

    /// <summary>Half the first answers came within this many days; null when there are too few.</summary>
    public int? Median => Within(1, 2);

    /// <summary>Nine first answers out of ten came within this many days; null when there are too few.</summary>
    public int? NineInTen => Within(9, 10);

    /// <summary>The days between publication and first answer.</summary>
    public static int Between(DateTimeOffset openedAt, DateTimeOffset answeredAt) =>
        new Wait(WorkingDays.DateInParis(openedAt), null).DaysOn(WorkingDays.DateInParis(answeredAt));

    // The nearest rank: the smallest wait that at least this share of the waits does not exceed.
    private int? Within(int part, int whole) =>
        Days.Count < Least ? null : Days.Order().ElementAt(((Days.Count * part) + whole - 1) / whole - 1);
}
