using Deliberation.Domain.Deliberate.Drafting;

namespace Deliberation.Web.Features.Deliberate.Drafting;

/// <summary>What became of a stretch of words between two moments.</summary>
internal enum Fate
{
    Kept = 1,
    Added = 2,
    Removed = 3,
}

/// <summary>A stretch of words, to be shown as kept, added or removed.</summary>
internal sealed record ShownPiece(Fate Fate, string Words);

/// <summary>The difference between two texts, for reading: what did not move is shortened.</summary>
internal sealed record ShownDifference(IReadOnlyList<ShownPiece> Pieces)
{
    private const int Around = 160;

    public int Added => Count(Fate.Added);

    public int Removed => Count(Fate.Removed);

    public static ShownDifference Between(string before, string after)
    {
        var (pieces, from) = (new List<ShownPiece>(), 0);
        foreach (var section in TextDifference.Between(before, after).Sections)
        {
            var words = before.Substring(from, section.Length);
            if (section.IsKept)
            {
                pieces.Add(
                    new(Fate.Kept, Shortened(words, from == 0, from + section.Length == before.Length))
                );
            }
            else
            {
                pieces.Add(new(Fate.Removed, words));
                pieces.Add(new(Fate.Added, section.Inserted ?? ""));
            }

            from += section.Length;
        }

        return new([.. pieces.Where(piece => piece.Words.Length > 0)]);
    }

    private static string Shortened(string words, bool isFirst, bool isLast)
    {
        if (words.Length <= 3 * Around)
        {
            return words;
        }

        var (start, end) = (Cut(words, Around), Cut(words, words.Length - Around));
        return (isFirst ? "" : words[..start]) + " […] " + (isLast ? "" : words[end..]);
    }

    private static int Cut(string words, int at) => char.IsLowSurrogate(words[at]) ? at + 1 : at;

    private int Count(Fate fate) =>
        Pieces
            .Where(piece => piece.Fate == fate)
            .Sum(piece =>
                piece.Words.Split([' ', '\n', '\u00A0', '’'], StringSplitOptions.RemoveEmptyEntries).Length
            );
}
