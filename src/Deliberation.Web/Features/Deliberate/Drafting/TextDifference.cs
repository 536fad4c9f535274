using Deliberation.Domain.Deliberate.Drafting;
using DiffPlex;
using DiffPlex.Model;

namespace Deliberation.Web.Features.Deliberate.Drafting;

/// <summary>What someone changed in a whole text, word by word, as one change of the text they started from.</summary>
internal static class TextDifference
{
    // In UTF-16 units of both texts together: some ten milliseconds at worst.
    private const int MostByWord = 8_000;

    // Of one text at one grain; what follows is one piece.
    private const int MostPieces = 8_000;

    public static TextChange Between(string before, string after)
    {
        var same = CommonStart(before, after);
        var end = CommonEnd(before.AsSpan(same), after.AsSpan(same));
        var middle = Sections(before[same..^end], after[same..^end], Grain.Paragraphs);

        return TextChange.From(
            ((TextSection[])[TextSection.Keep(same), .. middle, TextSection.Keep(end)]).Where(section =>
                section.Length > 0 || !string.IsNullOrEmpty(section.Inserted)
            )
        );
    }

    // Comparing every word costs the square of how many differ: a long stretch is first compared by its paragraphs, then
    // by its sentences, and only what is short enough by its words. What is still too long is replaced as a whole.
    private static IEnumerable<TextSection> Sections(string before, string after, Grain grain)
    {
        var isLong = before.Length + after.Length > MostByWord;
        if (before.Length == 0 || after.Length == 0 || (isLong && grain == Grain.Words))
        {
            return [TextSection.Replace(before.Length, after)];
        }

        var chosen = isLong ? grain : Grain.Words;
        var found = new Differ().CreateCustomDiffs(
            before,
            after,
            ignoreWhiteSpace: false,
            text => Pieces(text, chosen)
        );
        return Sections(found, chosen);
    }

    private static IEnumerable<TextSection> Sections(DiffResult found, Grain grain)
    {
        var at = 0;
        foreach (var block in found.DiffBlocks)
        {
            yield return TextSection.Keep(Text(found.PiecesOld, at, block.DeleteStartA - at).Length);
            at = block.DeleteStartA + block.DeleteCountA;

            var removed = Text(found.PiecesOld, block.DeleteStartA, block.DeleteCountA);
            var added = Text(found.PiecesNew, block.InsertStartB, block.InsertCountB);
            var within =
                grain == Grain.Words
                    ? [TextSection.Replace(removed.Length, added)]
                    : Sections(removed, added, grain + 1);
            foreach (var section in within)
            {
                yield return section;
            }
        }

        yield return TextSection.Keep(Text(found.PiecesOld, at, found.PiecesOld.Length - at).Length);
    }

    private static int CommonStart(string before, string after)
    {
        var same = before.AsSpan().CommonPrefixLength(after);
        return same > 0 && char.IsHighSurrogate(before[same - 1]) ? same - 1 : same;
    }

    private static int CommonEnd(ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        var same = 0;
        while (same < Math.Min(before.Length, after.Length) && before[^(same + 1)] == after[^(same + 1)])
        {
            same++;
        }

        return same > 0 && char.IsLowSurrogate(before[^same]) ? same - 1 : same;
    }

    // A character outside the basic plane is never cut.
    private static string[] Pieces(string text, Grain grain)
    {
        var pieces = new List<string>();
        for (var at = 0; at < text.Length; )
        {
            var end = at + 1;
            while (
                end < text.Length && !(MayCut(text[end - 1], text[end], grain) && pieces.Count < MostPieces)
            )
            {
                end++;
            }

            pieces.Add(text[at..end]);
            at = end;
        }

        return [.. pieces];
    }

    private static bool MayCut(char before, char after, Grain grain) =>
        grain switch
        {
            Grain.Paragraphs => before == '\n',
            Grain.Sentences => before is '.' or '!' or '?' or ';' or ':' or ',' or '\n',
            _ => !char.IsLowSurrogate(after)
                && !(char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after)),
        };

    private static string Text(IReadOnlyList<string> pieces, int from, int count) =>
        string.Concat(pieces.Skip(from).Take(count));

    private enum Grain
    {
        Paragraphs = 1,
        Sentences = 2,
        Words = 3,
    }
}
