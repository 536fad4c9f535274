using Deliberation.Domain.Deliberate.Drafting;
using DiffPlex;

namespace Deliberation.Web.Features.Deliberate.Drafting;

/// <summary>What someone changed in a whole text, word by word, as one change of the text they started from.</summary>
internal static class TextDifference
{
    public static TextChange Between(string before, string after)
    {
        var same = CommonStart(before, after);
        var end = CommonEnd(before.AsSpan(same), after.AsSpan(same));
        var middle = new Middle(before[same..^end], after[same..^end]);

        return TextChange.From(
            ((TextSection[])[TextSection.Keep(same), .. middle.Sections(), TextSection.Keep(end)]).Where(
                section => section.Length > 0 || !string.IsNullOrEmpty(section.Inserted)
            )
        );
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

    private sealed record Middle(string Before, string After)
    {
        public IEnumerable<TextSection> Sections()
        {
            var found = new Differ().CreateCustomDiffs(Before, After, ignoreWhiteSpace: false, Pieces);
            var at = 0;
            foreach (var block in found.DiffBlocks)
            {
                yield return TextSection.Keep(Length(found.PiecesOld, at, block.DeleteStartA));
                yield return TextSection.Replace(
                    Length(found.PiecesOld, block.DeleteStartA, block.DeleteStartA + block.DeleteCountA),
                    string.Concat(found.PiecesNew.Skip(block.InsertStartB).Take(block.InsertCountB))
                );
                at = block.DeleteStartA + block.DeleteCountA;
            }

            yield return TextSection.Keep(Length(found.PiecesOld, at, found.PiecesOld.Length));
        }

        // Words, and each other character alone; a character outside the basic plane is never cut.
        private static string[] Pieces(string text)
        {
            var pieces = new List<string>();
            for (var at = 0; at < text.Length; )
            {
                var end = at + 1;
                while (end < text.Length && !MayCut(text[end - 1], text[end]))
                {
                    end++;
                }

                pieces.Add(text[at..end]);
                at = end;
            }

            return [.. pieces];
        }

        private static bool MayCut(char before, char after) =>
            !char.IsLowSurrogate(after) && !(char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after));

        private static int Length(IReadOnlyList<string> pieces, int from, int to) =>
            pieces.Skip(from).Take(to - from).Sum(piece => piece.Length);
    }
}
