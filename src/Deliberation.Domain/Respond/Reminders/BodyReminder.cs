using Deliberation.Domain.Respond.Tracking;

namespace Deliberation.Domain.Respond.Reminders;

/// <summary>
/// Reminds a body of the answers it owes, in one letter for all of them: five working days before the day, on the next
/// working day after it, then once a week while the answer is late. Never twice a day, never on a day off.
/// </summary>
public sealed class BodyReminder : Aggregate
{
    /// <summary>In working days.</summary>
    public const int DaysBefore = 5;

    /// <summary>A service that was stopped for longer does not tell of everything it missed, but of what is due.</summary>
    private const int LongestSilence = 31;

    private const DayOfWeek Weekly = DayOfWeek.Monday;

    private BodyReminder() { }

    /// <summary>The body.</summary>
    public Guid Id { get; private set; }

    /// <summary>The last day, in Paris, whose reminders were seen to.</summary>
    public DateOnly LastOn { get; private set; }

    /// <summary>Begins to remind a body; what called for a letter before is not told.</summary>
    public static BodyReminder Begin(Guid bodyId, DateOnly today) =>
        new() { Id = bodyId, LastOn = today.AddDays(-1) };

    /// <summary>The last due day that is near enough to be told of.</summary>
    public static DateOnly Horizon(DateOnly today) => WorkingDays.Add(today, DaysBefore);

    /// <summary>Does something call for a letter since the last one? A second look the same day says no.</summary>
    /// <param name="expectedOn">The due days of the answers that the body owes.</param>
    public bool Calls(IEnumerable<DateOnly> expectedOn, DateOnly today)
    {
        if (!WorkingDays.Includes(today) || LastOn >= today)
        {
            return false;
        }

        var from = today.AddDays(-LongestSilence) > LastOn ? today.AddDays(-LongestSilence) : LastOn;
        var days = Enumerable
            .Range(1, today.DayNumber - from.DayNumber)
            .Select(count => from.AddDays(count))
            .ToList();
        return expectedOn.Any(due => days.Exists(day => IsCalledOn(due, day)));
    }

    /// <summary>This day is seen to, whether or not a letter left.</summary>
    public void SeeTo(DateOnly today) => LastOn = today > LastOn ? today : LastOn;

    private static bool IsCalledOn(DateOnly due, DateOnly day) =>
        (day < due && Horizon(day) >= due && Horizon(day.AddDays(-1)) < due)
        || day == WorkingDays.Add(due, 1)
        || (day > due && day.DayOfWeek == Weekly);
}
