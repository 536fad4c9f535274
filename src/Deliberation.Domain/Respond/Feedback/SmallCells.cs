namespace Deliberation.Domain.Respond.Feedback;

/// <summary>
/// Hides counts so small that they could point at someone, and enough others that subtracting does not bring them back.
/// Source: INSEE, Guide du secret statistique (secondary suppression).
/// </summary>
public static class SmallCells
{
    /// <summary>A count below this is hidden.</summary>
    public const int Smallest = 10;

    /// <summary>The counts of one total, with nothing in place of those that are hidden.</summary>
    public static IReadOnlyList<int?> Hide(IReadOnlyList<int> counts)
    {
        var smallestFirst = Enumerable.Range(0, counts.Count).OrderBy(place => counts[place]).ToList();
        var hidden = new HashSet<int>();
        foreach (var place in smallestFirst)
        {
            if (counts[place] < Smallest || !Protects(hidden, counts))
            {
                hidden.Add(place);
            }
        }

        return [.. counts.Select((count, place) => hidden.Contains(place) ? (int?)null : count)];
    }

    // One hidden count is the total less the others; several small ones may still add up to too little.
    private static bool Protects(HashSet<int> hidden, IReadOnlyList<int> counts) =>
        hidden.Count == 0 || (hidden.Count >= 2 && hidden.Sum(place => counts[place]) >= Smallest);
}
