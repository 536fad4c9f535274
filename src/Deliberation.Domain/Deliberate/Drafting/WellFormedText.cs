namespace Deliberation.Domain.Deliberate.Drafting;

/// <summary>What every text and every inserted passage must be, for all clients to count alike.</summary>
internal static class WellFormedText
{
    /// <summary>No half character, no carriage return (browsers count a line end as one unit), no NUL (PostgreSQL refuses it).</summary>
    public static bool Is(ReadOnlySpan<char> text)
    {
        for (var rest = text; ; )
        {
            var found = rest.IndexOfAnyInRange('\uD800', '\uDFFF');
            if (found < 0)
            {
                return !text.ContainsAny('\r', '\0');
            }

            if (!IsPair(rest, found))
            {
                return false;
            }

            rest = rest[(found + 2)..];
        }
    }

    /// <summary>May a change begin or end here without cutting a character in two?</summary>
    public static bool MayCut(ReadOnlySpan<char> text, int position) =>
        position <= 0 || position >= text.Length || !char.IsLowSurrogate(text[position]);

    private static bool IsPair(ReadOnlySpan<char> text, int at) =>
        at + 1 < text.Length && char.IsHighSurrogate(text[at]) && char.IsLowSurrogate(text[at + 1]);
}
