using Deliberation.Domain.Respond.Tracking;

namespace Deliberation.Domain.Respond.Feedback;

/// <summary>How a feedback came in.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Number">The public name given to it.</param>
/// <param name="Door">The way it came.</param>
/// <param name="Language">The language of the form: <c>fr</c> or <c>en</c>.</param>
public sealed record Arrival(Guid Id, string Number, Door Door, string Language)
{
    /// <summary>The key of the program that brought it, and may take it back; null for a person.</summary>
    public Guid? BroughtBy { get; init; }

    /// <summary>The mediator who typed it; null when its author did.</summary>
    public Guid? TypedBy { get; init; }

    /// <summary>The day, in Paris, its author said it to a mediator or wrote it on paper.</summary>
    public DateOnly? GivenOn { get; init; }

    /// <summary>Whether that day is to come, or more than a year ago: then nobody types what was given.</summary>
    public static bool IsOutOfTime(DateOnly day, DateTimeOffset now)
    {
        var today = WorkingDays.DateInParis(now);
        return day > today || day < today.AddYears(-1);
    }

    /// <summary>A mediator says who they are and which day it was given; nobody else does.</summary>
    internal bool SaysWhoTypedIt(DateTimeOffset now) =>
        Door.HasAMediator()
            ? TypedBy is not null && GivenOn is { } day && !IsOutOfTime(day, now)
            : TypedBy is null && GivenOn is null;
}
