namespace Deliberation.Domain.Respond.Verdicts;

/// <summary>How long members may judge an answer, and from when their judgement calls for another one.</summary>
/// <param name="Days">Calendar days in Paris, the last one included; 1 to 365.</param>
/// <param name="Threshold">The share of satisfied members, even in part, below which a second answer is due; 0 to 100 percent.</param>
/// <param name="Least">How many must have expressed an opinion for that, and for reasons to be shown; at least 5.</param>
/// <param name="SecondAnswerDays">Working days given for that second answer; 1 to 250.</param>
public sealed record VerdictTerms(int Days, int Threshold, int Least, int SecondAnswerDays)
{
    /// <summary>Below this, a reason could be joined to a person.</summary>
    public const int FewestToShow = 5;

    public static readonly VerdictTerms Usual = new(30, 50, FewestToShow, 30);

    internal bool AreSane =>
        Days is >= 1 and <= 365
        && Threshold is >= 0 and <= 100
        && Least is >= FewestToShow and <= 1_000
        && SecondAnswerDays is >= 1 and <= 250;
}
