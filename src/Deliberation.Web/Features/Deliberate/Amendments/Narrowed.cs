using Deliberation.Domain.Deliberate.Drafting;
using Deliberation.Web.Features.Deliberate.Drafting;

namespace Deliberation.Web.Features.Deliberate.Amendments;

/// <summary>The whole words someone changed in a passage, and those they put there instead.</summary>
/// <param name="From">Where they begin in the passage.</param>
/// <param name="To">Where they end in the passage.</param>
internal sealed record Narrowed(int From, int To, string Replaced, string Proposed)
{
    /// <summary>Words are shown whole; what is only added takes a neighbouring word with it, to hold on to.</summary>
    public static Narrowed Between(string before, string after)
    {
        var sections = TextDifference.Between(before, after).Sections;
        var (same, end) = sections.All(section => section.IsKept)
            ? (0, before.Length)
            : (Kept(sections[0]), before.Length - Kept(sections[^1]));
        var (from, to) = (WordStart(before, same), WordEnd(before, end));
        if (from == to)
        {
            from = WordStart(before, before.AsSpan(0, from).TrimEnd().Length);
            to = from == to ? WordEnd(before, before.Length - before.AsSpan(to).TrimStart().Length) : to;
        }

        return new Narrowed(from, to, before[from..to], after[from..^(before.Length - to)]);
    }

    private static int Kept(TextSection section) => section.IsKept ? section.Length : 0;

    private static int WordStart(string text, int at)
    {
        while (at > 0 && !char.IsWhiteSpace(text[at - 1]))
        {
            at--;
        }

        return at;
    }

    private static int WordEnd(string text, int at)
    {
        while (at < text.Length && !char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }
}
