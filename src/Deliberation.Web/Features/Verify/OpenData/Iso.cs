using System.Globalization;

namespace Deliberation.Web.Features.Verify.OpenData;

/// <summary>Dates as data write them (ISO 8601).</summary>
internal static class Iso
{
    public static string Moment(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static string? MomentOrNone(DateTimeOffset? moment) => moment is { } known ? Moment(known) : null;

    public static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
