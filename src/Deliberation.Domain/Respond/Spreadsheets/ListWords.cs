using Deliberation.Domain.Respond.Tracking;

namespace Deliberation.Domain.Respond.Spreadsheets;

/// <summary>The words of the short lists of an answer, as a table writes them and reads them.</summary>
public static class ListWords
{
    public static readonly IReadOnlyList<ListWord<DecisionKind>> Decisions =
    [
        new(DecisionKind.Accepted, "Acceptée", "Accepted"),
        new(DecisionKind.AcceptedInPart, "Acceptée en partie", "Accepted in part"),
        new(DecisionKind.Declined, "Refusée", "Declined"),
        new(DecisionKind.PassedOn, "Transmise à un autre organisme", "Passed on to another body"),
    ];

    public static readonly IReadOnlyList<ListWord<RefusalGround>> Grounds =
    [
        new(RefusalGround.Law, "La loi ne le permet pas", "The law does not allow it"),
        new(RefusalGround.Cost, "Le coût est trop élevé", "The cost is too high"),
        new(RefusalGround.Feasibility, "Ce n’est pas faisable", "It is not feasible"),
        new(RefusalGround.AlreadyDone, "C’est déjà fait", "It is already done"),
        new(
            RefusalGround.OutsideCompetence,
            "L’organisme n’a pas ce pouvoir",
            "It is outside the body’s powers"
        ),
        new(RefusalGround.PoliticalChoice, "C’est un choix politique", "It is a political choice"),
    ];

    public static readonly IReadOnlyList<ListWord<Fidelity>> Fidelities =
    [
        new(Fidelity.Faithful, "Fidèle au texte voté", "Faithful to the text as voted"),
        new(Fidelity.Adapted, "Adaptée", "Adapted"),
        new(Fidelity.Weakened, "Affaiblie", "Weakened"),
        new(Fidelity.Contrary, "Contraire au texte voté", "Contrary to the text as voted"),
        new(Fidelity.TooEarly, "Trop tôt pour le dire", "Too early to say"),
    ];

    /// <summary>What these words name: a code, French or English; null when they name nothing of the list.</summary>
    public static TValue? Find<TValue>(IReadOnlyList<ListWord<TValue>> list, string words)
        where TValue : struct, Enum
    {
        var key = MatchKey.Of(words);
        return list.FirstOrDefault(word => word.IsKnownAs(key))?.Value;
    }

    public static string French<TValue>(IReadOnlyList<ListWord<TValue>> list, TValue? value)
        where TValue : struct, Enum =>
        list.FirstOrDefault(word => Nullable.Equals(word.Value, value))?.French ?? "";
}

/// <summary>One choice of a short list, in both languages.</summary>
public sealed record ListWord<TValue>(TValue Value, string French, string English)
    where TValue : struct, Enum
{
    internal bool IsKnownAs(string key) =>
        key == MatchKey.Of(French) || key == MatchKey.Of(English) || key == MatchKey.Of(Value.ToString());
}
