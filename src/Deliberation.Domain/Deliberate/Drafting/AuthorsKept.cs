namespace Deliberation.Domain.Deliberate.Drafting;

/// <summary>A change and the person whose words it writes.</summary>
public sealed record AuthoredChange(Guid Author, TextChange Change);

/// <summary>
/// Brings words from elsewhere (an earlier version, a text merged into another) without taking them from those who
/// wrote them: one change becomes several, each in the name of the author of its words.
/// </summary>
public static class AuthorsKept
{
    /// <param name="change">What is to be done.</param>
    /// <param name="after">Who wrote the words of the text it leads to.</param>
    /// <param name="by">Who does it: words that are only deleted are deleted in their name.</param>
    /// <returns>Changes of the same text as <paramref name="change"/>, to be accepted one after the other in this order.</returns>
    public static IReadOnlyList<AuthoredChange> Split(TextChange change, Attribution after, Guid by)
    {
        var (split, from, to) = (new List<AuthoredChange>(), 0, 0);
        foreach (var section in change.Sections)
        {
            if (section.Inserted is { } inserted)
            {
                var (start, words) = (from, 0);
                foreach (var passage in PassagesOf(section, after, to, by))
                {
                    var piece = inserted.Substring(words, passage.Length);
                    var end = from + section.Length;
                    split.Add(new(passage.Author, TextChange.Replace(change.Length, start, end, piece)));
                    (start, words) = (end, words + passage.Length);
                }
            }

            (from, to) = (from + section.Length, to + section.NewLength);
        }

        return split;
    }

    private static IReadOnlyList<Passage> PassagesOf(
        TextSection section,
        Attribution after,
        int at,
        Guid by
    ) => section.NewLength == 0 ? [new Passage(by, 0)] : after.Between(at, at + section.NewLength);
}
