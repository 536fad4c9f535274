namespace Deliberation.Domain.Deliberate.Drafting;

/// <summary>How much of what stands was written by a person, by a table, or by all others together.</summary>
/// <param name="Person">Null for those who did not agree to be named.</param>
/// <param name="Table">Theirs, when enough of them wrote at it; null otherwise.</param>
/// <param name="Characters">In UTF-16 units, at least 1.</param>
public sealed record Share(Guid? Person, int? Table, int Characters);

/// <summary>What is said of someone who writes.</summary>
/// <param name="IsNamed">Whether they agreed to be named.</param>
/// <param name="Table">Where they sit; null for nowhere.</param>
public sealed record Byline(bool IsNamed, int? Table);

/// <summary>Who wrote an opinion: the characters that survive in its texts, counted by person.</summary>
public static class Authorship
{
    /// <summary>With fewer unnamed writers, a table would point at them.</summary>
    public const int FewestAtATable = 3;

    /// <param name="standing">The passages that stand.</param>
    /// <param name="bylines">Of those who wrote; someone who is not among them is not named and sits nowhere.</param>
    /// <returns>Persons first, then tables, then all others, each by the largest share.</returns>
    public static IReadOnlyList<Share> Of(
        IReadOnlyCollection<Passage> standing,
        IReadOnlyDictionary<Guid, Byline> bylines
    )
    {
        var tables = standing
            .Select(passage => passage.Author)
            .Distinct()
            .Select(author => bylines.GetValueOrDefault(author))
            .Where(byline => byline is { IsNamed: false, Table: not null })
            .GroupBy(byline => byline!.Table)
            .Where(table => table.Count() >= FewestAtATable)
            .Select(table => table.Key)
            .ToHashSet();
        return
        [
            .. standing
                .GroupBy(passage => SignedBy(passage.Author, bylines, tables))
                .Select(same => new Share(same.Key.Person, same.Key.Table, same.Sum(p => p.Length)))
                .OrderBy(share => share.Person is null)
                .ThenBy(share => share.Person is null && share.Table is null)
                .ThenByDescending(share => share.Characters),
        ];
    }

    private static (Guid? Person, int? Table) SignedBy(
        Guid author,
        IReadOnlyDictionary<Guid, Byline> bylines,
        HashSet<int?> tables
    ) =>
        bylines.GetValueOrDefault(author) switch
        {
            { IsNamed: true } => (author, null),
            { Table: { } table } when tables.Contains(table) => (null, table),
            _ => (null, null),
        };
}
