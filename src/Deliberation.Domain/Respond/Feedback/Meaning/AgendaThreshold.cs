namespace Deliberation.Domain.Respond.Feedback.Meaning;

/// <summary>From how many feedbacks on a committee must take up a subject.</summary>
/// <param name="Feedbacks">Public feedbacks received within the days, from 10 to 500.</param>
/// <param name="Days">The latest days, from 1 to 366.</param>
public sealed record AgendaThreshold(int Feedbacks, int Days)
{
    public static readonly AgendaThreshold Usual = new(30, 90);

    /// <summary>The nearest that keeps the bounds.</summary>
    public AgendaThreshold Bounded() =>
        new(Math.Clamp(Feedbacks, SmallCells.Smallest, 500), Math.Clamp(Days, 1, 366));
}
