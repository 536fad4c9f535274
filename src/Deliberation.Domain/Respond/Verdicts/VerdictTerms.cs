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

    /// <summary>
    /// What holds for one more answer to an opinion: what held when its members judged for the first time, so that all
    /// its answers are judged alike; else what their space set; else what is usual in the service.
    /// </summary>
    /// <param name="first">The earliest round of the opinion; null while its members judged nothing.</param>
    public static VerdictTerms Holding(VerdictRound? first, SpaceTerms? own, VerdictTerms usual) =>
        first?.Terms ?? own?.Current ?? usual;

    internal bool AreSane =>
        Days is >= 1 and <= 365
        && Threshold is >= 0 and <= 100
        && Least is >= FewestToShow and <= 1_000
        && SecondAnswerDays is >= 1 and <= 250;
}
