namespace Deliberation.Domain.Respond.Tracking;

/// <summary>
/// The eleven public holidays of the whole of France (Code du travail, article L3133-1). The two more days of
/// Alsace and Moselle and the days of the overseas departments are left out: the deadlines bind national bodies.
/// </summary>
public static class PublicHolidays
{
    private static readonly HashSet<(int Month, int Day)> Fixed =
    [
        (1, 1),
        (5, 1),
        (5, 8),
        (7, 14),
        (8, 15),
        (11, 1),
        (11, 11),
        (12, 25),
    ];

    public static bool Includes(DateOnly date) =>
        Fixed.Contains((date.Month, date.Day))
        || IsMovable(date.DayNumber - EasterSunday(date.Year).DayNumber);

    /// <summary>
    /// Easter Sunday in the Gregorian calendar: the anonymous algorithm of Nature (20 April 1876), as given by
    /// J. Meeus, Astronomical Algorithms, 2nd edition, chapter 8. Variables keep their published letters.
    /// </summary>
    public static DateOnly EasterSunday(int year)
    {
        var a = year % 19;
        var (b, c) = (year / 100, year % 100);
        var f = (b + 8) / 25;
        var g = (b - f + 1) / 3;
        var h = ((19 * a) + b - (b / 4) - g + 15) % 30;
        var l = (32 + (2 * (b % 4)) + (2 * (c / 4)) - h - (c % 4)) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var n = h + l - (7 * m) + 114;
        return new DateOnly(year, n / 31, (n % 31) + 1);
    }

    // Easter Monday, Ascension, Whit Monday.
    private static bool IsMovable(int daysAfterEaster) => daysAfterEaster is 1 or 39 or 50;
}
