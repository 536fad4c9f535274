using Deliberation.Domain.Respond.Tracking;
using Deliberation.Domain.Respond.Verdicts;

namespace Deliberation.Web.Features.Respond.Verdicts;

/// <summary>The members' side of one answer, now or on a past day, beside what the body says.</summary>
/// <param name="Address">The page of the result.</param>
/// <param name="Result">Null while the window is open, or is about to be counted.</param>
/// <param name="IsOver">The last day is past.</param>
/// <param name="IsAnswered">Another answer came since.</param>
/// <param name="ByTheBody">How close the body thinks it stays to what was voted; null when it does not say.</param>
internal sealed record VerdictShown(
    VerdictRound Round,
    string Address,
    VerdictResult? Result,
    bool IsOver,
    bool IsAnswered,
    Fidelity? ByTheBody
)
{
    /// <summary>How many members find it so, the most frequent first, as said by those who spoke of it.</summary>
    public IEnumerable<(Fidelity Fidelity, int Count)> ByTheMembers =>
        Result is { } result
            ? new[]
            {
                (Fidelity.Faithful, result.Faithful),
                (Fidelity.Adapted, result.Adapted),
                (Fidelity.Weakened, result.Weakened),
                (Fidelity.Contrary, result.Contrary),
                (Fidelity.TooEarly, result.TooEarly),
            }
                .Where(line => line.Item2 > 0)
                .OrderByDescending(line => line.Item2)
            : [];

    /// <summary>The page of a result: it never changes.</summary>
    /// <param name="opinion">The last part of the opinion's address.</param>
    /// <param name="number">The proposition's number.</param>
    /// <param name="answer">The number of the answer that was judged.</param>
    public static string AddressOf(string opinion, int number, int answer) =>
        $"/avis/{opinion}/propositions/{number}/appreciations/{answer}";
}
