namespace Deliberation.Domain.Respond.Feedback.Meaning;

/// <summary>
/// From how many feedbacks on a committee must take up the subjects of a theme, as administrators decided it in public.
/// What was reached under an earlier threshold stays reached.
/// </summary>
public sealed class ThemeThreshold : Aggregate
{
    /// <summary>In place of a theme: what holds for all those without a threshold of their own.</summary>
    public const string Everywhere = "tous-les-themes";

    private const int ShortestReason = 20;
    private const int LongestReason = 500;

    private readonly List<ThresholdStep> steps = [];

    private ThemeThreshold() { }

    /// <summary>The key of the theme, or <see cref="Everywhere"/>.</summary>
    public string Theme { get; private set; } = "";

    public int Feedbacks { get; private set; }

    public int Days { get; private set; }

    public AgendaThreshold Threshold => new(Feedbacks, Days);

    public IReadOnlyList<ThresholdStep> Steps => [.. steps.OrderBy(step => step.Position)];

    /// <summary>Nothing is decided yet: what is set where the service runs holds.</summary>
    public static ThemeThreshold Of(string theme) => new() { Theme = theme };

    /// <summary>An administrator decides another threshold, for what comes next.</summary>
    /// <param name="threshold">The new one.</param>
    /// <param name="current">The one that holds until now, wherever it comes from.</param>
    /// <param name="because">Why, for everyone to read.</param>
    /// <param name="by">The administrator.</param>
    /// <param name="now">From when it holds.</param>
    /// <exception cref="RuleBroken">Out of bounds, the same as before, or no reason.</exception>
    public void Decide(
        AgendaThreshold threshold,
        AgendaThreshold current,
        string because,
        Guid by,
        DateTimeOffset now
    )
    {
        var reason = because.Trim();
        Require(threshold == threshold.Bounded(), MeaningRules.AThresholdHasBounds);
        Require(threshold != current, MeaningRules.ANewThresholdDiffers);
        Require(
            reason.Length is >= ShortestReason and <= LongestReason,
            MeaningRules.AThresholdChangesForAReason
        );

        (Feedbacks, Days) = (threshold.Feedbacks, threshold.Days);
        steps.Add(ThresholdStep.Take(steps.Count + 1, threshold, reason, by, now));
        Record(new ThresholdDecided(Theme, Feedbacks, Days, reason, now));
    }
}

/// <summary>One dated decision of an administrator on a threshold; the list only grows.</summary>
public sealed class ThresholdStep
{
    private ThresholdStep() { }

    /// <summary>From 1.</summary>
    public int Position { get; private set; }

    public int Feedbacks { get; private set; }

    public int Days { get; private set; }

    public string Because { get; private set; } = "";

    public Guid By { get; private set; }

    public DateTimeOffset At { get; private set; }

    internal static ThresholdStep Take(
        int position,
        AgendaThreshold threshold,
        string because,
        Guid by,
        DateTimeOffset at
    ) =>
        new()
        {
            Position = position,
            Feedbacks = threshold.Feedbacks,
            Days = threshold.Days,
            Because = because,
            By = by,
            At = at,
        };
}
