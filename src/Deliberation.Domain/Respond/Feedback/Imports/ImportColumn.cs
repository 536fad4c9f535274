using Deliberation.Domain.Respond.Spreadsheets;

namespace Deliberation.Domain.Respond.Feedback.Imports;

/// <summary>What is taken from an export; any other column is left.</summary>
public enum ImportColumn
{
    /// <summary>The identifier that the other service gave: the same notice is never kept twice.</summary>
    Id = 1,

    /// <summary>The day it was given there.</summary>
    Day = 2,

    Satisfaction = 3,

    Comment = 4,
}

/// <summary>How columns are headed, and what the words of the satisfaction mean.</summary>
/// <param name="Columns">Headings, as <see cref="MatchKey"/> compares them.</param>
/// <param name="Marks">Words of the satisfaction, compared the same way.</param>
public sealed record ImportWords(
    IReadOnlyDictionary<string, ImportColumn> Columns,
    IReadOnlyDictionary<string, Mark> Marks
)
{
    /// <summary>
    /// Those of the French State's « Je donne mon avis », old and new. Source: its public code,
    /// DISIC/jedonnemonavis.numerique.gouv.fr (exports and form, 2023 to 2026).
    /// </summary>
    public static readonly ImportWords Usual = new(
        new Dictionary<string, ImportColumn>(StringComparer.Ordinal)
        {
            [MatchKey.Of("Identifiant Avis")] = ImportColumn.Id,
            [MatchKey.Of("Review ID")] = ImportColumn.Id,
            [MatchKey.Of("Date de l’avis")] = ImportColumn.Day,
            [MatchKey.Of("Review Created At")] = ImportColumn.Day,
            [MatchKey.Of("De façon générale, comment ça s’est passé ?")] = ImportColumn.Satisfaction,
            [MatchKey.Of("Satisfaction")] = ImportColumn.Satisfaction,
            [MatchKey.Of("Souhaitez-vous nous en dire plus ?")] = ImportColumn.Comment,
            [MatchKey.Of("Commentaire")] = ImportColumn.Comment,
            [MatchKey.Of("Verbatim")] = ImportColumn.Comment,
        },
        new Dictionary<string, Mark>(StringComparer.Ordinal)
        {
            [MatchKey.Of("Très mal")] = Mark.VeryBad,
            [MatchKey.Of("Très mauvais")] = Mark.VeryBad,
            [MatchKey.Of("Pas bien")] = Mark.Bad,
            [MatchKey.Of("Mal")] = Mark.Bad,
            [MatchKey.Of("Mauvais")] = Mark.Bad,
            [MatchKey.Of("Moyen")] = Mark.Average,
            [MatchKey.Of("Bien")] = Mark.Good,
            [MatchKey.Of("Bon")] = Mark.Good,
            [MatchKey.Of("Très bien")] = Mark.VeryGood,
            [MatchKey.Of("Très bon")] = Mark.VeryGood,
        }
    );

    /// <summary>These, and what was learnt: the latter says better.</summary>
    public ImportWords With(
        IEnumerable<KeyValuePair<string, ImportColumn>> columns,
        IEnumerable<KeyValuePair<string, Mark>> marks
    ) => new(Over(Columns, columns), Over(Marks, marks));

    private static Dictionary<string, T> Over<T>(
        IReadOnlyDictionary<string, T> usual,
        IEnumerable<KeyValuePair<string, T>> learnt
    )
    {
        var all = new Dictionary<string, T>(usual, StringComparer.Ordinal);
        foreach (var (word, means) in learnt)
        {
            all[word] = means;
        }

        return all;
    }
}
