using System.Globalization;
using Deliberation.Domain.Respond.Tracking;

namespace Deliberation.Web.Features.Respond.Tracking;

/// <summary>The day whose end is shown: today, or an earlier one that the address names (<c>?au=2022-01-10</c>).</summary>
/// <param name="Problem">Why the day asked for cannot be shown, in French; today is shown instead.</param>
internal sealed record ShownDay(DateOnly Day, DateOnly Today, string? Problem = null)
{
    public const string Key = "au";

    public bool IsPast => Day < Today;

    /// <summary>What happened from this moment on is left out; nothing is when today is shown.</summary>
    public DateTimeOffset? Before => IsPast ? WorkingDays.EndOf(Day) : null;

    /// <summary>What a link adds to its address to stay on the same day.</summary>
    public string Query => IsPast ? $"?{Key}={Written}" : "";

    public string Written => Write(Day);

    public static ShownDay Read(string? asked, DateOnly today) =>
        string.IsNullOrWhiteSpace(asked) ? new(today, today)
        : Find(asked) is not { } day
            ? new(today, today, "Cette date n’a pas été comprise. Écrivez-la ainsi : 2022-01-10.")
        : day > today ? new(today, today, "Cette date est à venir. Choisissez un jour passé.")
        : new(day, today);

    public static DateOnly? Find(string? asked) =>
        DateOnly.TryParseExact(
            asked?.Trim(),
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? day
            : null;

    public static string Write(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The day that the address of the page names.</summary>
    public static ShownDay Of(HttpRequest request, DateOnly today) => Read(request.Query[Key], today);
}
