namespace Deliberation.Domain.Deliberate.Drafting;

/// <summary>How much of what stands was written by a person, or by those who are not named.</summary>
/// <param name="Person">Null for all those who did not agree to be named, together.</param>
/// <param name="Characters">In UTF-16 units, at least 1.</param>
public sealed record Share(Guid? Person, int Characters);

/// <summary>Who wrote an opinion: the characters that survive in its texts, counted by person.</summary>
public static class Authorship
{
    /// <param name="named">Who agreed to be named; all others are counted together.</param>
    /// <returns>The largest share first, those who are not named last.</returns>
    public static IReadOnlyList<Share> Of(IEnumerable<Passage> standing, IReadOnlySet<Guid> named) =>
        [
            .. standing
                .GroupBy(passage => named.Contains(passage.Author) ? passage.Author : (Guid?)null)
                .Select(same => new Share(same.Key, same.Sum(passage => passage.Length)))
                .OrderBy(share => share.Person is null)
                .ThenByDescending(share => share.Characters),
        ];
}
