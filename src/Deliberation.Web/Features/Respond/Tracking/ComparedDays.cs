using Deliberation.Domain.Respond.Tracking;

namespace Deliberation.Web.Features.Respond.Tracking;

/// <summary>The two days whose ends are compared.</summary>
/// <param name="Problem">Why those asked for cannot be compared, in French.</param>
internal sealed record ComparedDays(ShownDay First, ShownDay Last, string? Problem)
{
    public DateTimeOffset Start => WorkingDays.EndOf(First.Day);

    public DateTimeOffset End => WorkingDays.EndOf(Last.Day);

    /// <summary>From the publication to today, unless the address says.</summary>
    public static ComparedDays Read(string? from, string? to, DateTimeOffset publishedAt, DateOnly today)
    {
        var first = string.IsNullOrWhiteSpace(from)
            ? new ShownDay(WorkingDays.DateInParis(publishedAt), today)
            : ShownDay.Read(from, today);
        var last = ShownDay.Read(to, today);
        var problem =
            first.Problem
            ?? last.Problem
            ?? (first.Day > last.Day ? "La première date vient après la seconde. Échangez-les." : null);
        return new ComparedDays(first, last, problem);
    }
}
