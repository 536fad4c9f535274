namespace Deliberation.Domain.Respond.Tracking;

/// <summary>
/// Days on which administrations work: Monday to Friday, public holidays excepted. Dates are those of the calendar in
/// Paris. A span leaves out its first day and includes its last, as public delays do (code de procédure civile, article 641).
/// </summary>
public static class WorkingDays
{
    /// <summary>Far above any real deadline; stops a mistyped number from walking the centuries.</summary>
    public const int Most = 5_000;

    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    public static bool Includes(DateOnly date) =>
        date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !PublicHolidays.Includes(date);

    /// <summary>The date, in Paris, of a moment.</summary>
    public static DateOnly DateInParis(DateTimeOffset moment) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Paris).DateTime);

    /// <summary>The first instant after a day of Paris, whatever its length: 23 to 25 hours.</summary>
    public static DateTimeOffset EndOf(DateOnly day)
    {
        var midnight = day.AddDays(1).ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, Paris.GetUtcOffset(midnight)).ToUniversalTime();
    }

    /// <summary>The instant when clocks in Paris show this time on this day; the time must not be one that is skipped.</summary>
    public static DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var clock = day.ToDateTime(time);
        return new DateTimeOffset(clock, Paris.GetUtcOffset(clock)).ToUniversalTime();
    }

    /// <summary>The <paramref name="days"/>-th working day after <paramref name="from"/>; 0 gives the day itself.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 0 or above <see cref="Most"/>.</exception>
    public static DateOnly Add(DateOnly from, int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(days, Most);
        var date = from;
        while (days > 0)
        {
            date = date.AddDays(1);
            days -= Includes(date) ? 1 : 0;
        }
        return date;
    }

    /// <summary>How many working days lie after <paramref name="from"/>, up to and including <paramref name="to"/>; 0 when it comes first.</summary>
    public static int Between(DateOnly from, DateOnly to)
    {
        var days = 0;
        for (var date = from; date < to; )
        {
            date = date.AddDays(1);
            days += Includes(date) ? 1 : 0;
        }
        return days;
    }
}
