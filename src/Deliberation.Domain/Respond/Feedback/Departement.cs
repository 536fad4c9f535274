namespace Deliberation.Domain.Respond.Feedback;

/// <summary>
/// The 101 French départements by their number. Source: INSEE, Code officiel géographique 2025.
/// </summary>
public static class Departement
{
    private static readonly HashSet<string> Numbers =
    [
        .. Enumerable.Range(1, 95).Where(number => number != 20).Select(number => $"{number:00}"),
        "2A",
        "2B",
        "971",
        "972",
        "973",
        "974",
        "976",
    ];

    /// <summary>The number someone typed (<c>1</c>, <c>2a</c>), as it is written on a letter; nothing typed gives nothing.</summary>
    /// <exception cref="RuleBroken">No département has this number.</exception>
    public static string? Read(string? typed)
    {
        var number = (typed ?? "").Trim().ToUpperInvariant();
        if (number.Length == 0)
        {
            return null;
        }

        number = number.Length == 1 ? $"0{number}" : number;
        return Numbers.Contains(number) ? number : throw new RuleBroken(FeedbackRules.ADepartementExists);
    }
}
