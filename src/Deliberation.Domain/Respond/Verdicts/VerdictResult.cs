using Deliberation.Domain.Respond.Tracking;

namespace Deliberation.Domain.Respond.Verdicts;

/// <summary>What the members said of one answer, counted once the window has closed.</summary>
public sealed record VerdictResult
{
    /// <summary>How many could give a verdict.</summary>
    public required int Members { get; init; }

    public required int Satisfying { get; init; }

    public required int Partly { get; init; }

    public required int Insufficient { get; init; }

    public required int NoOpinion { get; init; }

    public required int Faithful { get; init; }

    public required int Adapted { get; init; }

    public required int Weakened { get; init; }

    public required int Contrary { get; init; }

    public required int TooEarly { get; init; }

    /// <summary>n: how many expressed an opinion.</summary>
    public int Expressed => Satisfying + Partly + Insufficient;

    /// <summary>How many spoke of the fidelity to the text voted.</summary>
    public int OnFidelity => Faithful + Adapted + Weakened + Contrary + TooEarly;

    /// <summary>The satisfied, even in part, in percent of those who expressed an opinion, rounded down; 0 when nobody did.</summary>
    public int Share => Expressed == 0 ? 0 : (Satisfying + Partly) * 100 / Expressed;

    /// <summary>Without rounding: 49.9 % is below 50 %.</summary>
    internal bool IsBelow(int threshold) => (Satisfying + Partly) * 100 < threshold * Expressed;

    /// <param name="members">How many may judge at the close; those who left after judging are counted besides.</param>
    internal static VerdictResult Of(IReadOnlyCollection<Verdict> given, int members) =>
        new()
        {
            Members = Math.Max(members, given.Count),
            Satisfying = given.Count(verdict => verdict.Judgement == Judgement.Satisfying),
            Partly = given.Count(verdict => verdict.Judgement == Judgement.Partly),
            Insufficient = given.Count(verdict => verdict.Judgement == Judgement.Insufficient),
            NoOpinion = given.Count(verdict => verdict.Judgement == Judgement.NoOpinion),
            Faithful = given.Count(verdict => verdict.Fidelity == Fidelity.Faithful),
            Adapted = given.Count(verdict => verdict.Fidelity == Fidelity.Adapted),
            Weakened = given.Count(verdict => verdict.Fidelity == Fidelity.Weakened),
            Contrary = given.Count(verdict => verdict.Fidelity == Fidelity.Contrary),
            TooEarly = given.Count(verdict => verdict.Fidelity == Fidelity.TooEarly),
        };
}
