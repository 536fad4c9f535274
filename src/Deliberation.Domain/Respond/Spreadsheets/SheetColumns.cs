using static Deliberation.Domain.Respond.Spreadsheets.SheetColumn;

namespace Deliberation.Domain.Respond.Spreadsheets;

/// <summary>The columns of a table of answers, in the order they are written; read in any order.</summary>
public static class SheetColumns
{
    public static readonly IReadOnlyList<ColumnName> All =
    [
        new(Reference, "reference", "Référence", "Reference"),
        new(Title, "title", "Titre", "Title"),
        new(CurrentStatus, "current_status", "Statut actuel", "Current status"),
        new(Status, "status", "Statut", "Status"),
        new(Reason, "reason", "Raison", "Reason"),
        new(SheetColumn.Decision, "decision", "Décision", "Decision"),
        new(Kept, "decision_kept", "Ce qui est retenu", "Kept"),
        new(NotKept, "decision_not_kept", "Ce qui n’est pas retenu", "Not kept"),
        new(Ground, "refusal_ground", "Motif du refus", "Ground for declining"),
        new(WouldChange, "would_change", "Ce qui changerait la décision", "What would change the decision"),
        new(PassedOnTo, "passed_on_to", "Transmise à", "Passed on to"),
        new(EvidenceLink, "evidence_link", "Lien vers une preuve", "Link to evidence"),
        new(EvidenceCitation, "evidence_citation", "Document cité", "Document cited"),
        new(CheckedBy, "checked_by", "Vérifié par", "Checked by"),
        new(Laws, "laws", "Textes de loi", "Laws"),
        new(Documents, "documents", "Documents joints", "Documents"),
        new(SuccessMeasure, "success_measure", "Mesure du succès", "Success measure"),
        new(SheetColumn.Fidelity, "fidelity", "Fidélité", "Fidelity"),
        new(NextUpdateOn, "next_update_on", "Prochaine mise à jour", "Next update"),
        new(Function, "function", "Fonction", "Function"),
        new(Corrects, "corrects", "Corrige la réponse", "Corrects"),
        new(
            SheetColumn.MinorityPositions,
            "minority_positions",
            "Positions minoritaires",
            "Minority positions"
        ),
        new(
            MinorityReplies,
            "minority_replies",
            "Réponses aux positions minoritaires",
            "Replies to minority positions"
        ),
        new(Answers, "answers", "Réponses données", "Answers given"),
    ];

    /// <summary>The column that a heading names, by its code, in French or in English; null for any other heading.</summary>
    public static SheetColumn? Find(string heading)
    {
        var key = MatchKey.Of(heading);
        return key.Length == 0
            ? null
            : All.FirstOrDefault(name => name.Keys.Contains(key, StringComparer.Ordinal))?.Column;
    }
}

/// <summary>How one column is headed.</summary>
/// <param name="Code">Its name in data; part of the contract.</param>
/// <param name="French">Its heading in the tables that are given out.</param>
/// <param name="English">Accepted too.</param>
public sealed record ColumnName(SheetColumn Column, string Code, string French, string English)
{
    internal IReadOnlyList<string> Keys { get; } =
    [MatchKey.Of(Code), MatchKey.Of(French), MatchKey.Of(English)];
}
