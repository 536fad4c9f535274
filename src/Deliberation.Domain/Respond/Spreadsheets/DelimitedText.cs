using System.Text;

namespace Deliberation.Domain.Respond.Spreadsheets;

/// <summary>Reads tables written as text (RFC 4180): semicolons, commas or tabs, quotes around what holds them.</summary>
public static class DelimitedText
{
    private const int Searched = 20_000;

    private const string Announced = "sep=";

    /// <summary>The rows one by one; nothing is read before it is asked for.</summary>
    /// <exception cref="RuleBroken">A cell that begins with a quote never ends.</exception>
    public static IEnumerable<SheetRow> Read(string text)
    {
        var separator = SeparatorOf(text);
        var number = 0;
        var place = 0;
        if (text.StartsWith(Announced, StringComparison.OrdinalIgnoreCase))
        {
            // A line that only tells spreadsheets which separator follows.
            Bare(text, '\n', ref place);
            SkipLineEnd(text, ref place);
            number++;
        }

        while (place < text.Length)
        {
            number++;
            var cells = new List<SheetCell>();
            var goesOn = true;
            while (goesOn && cells.Count <= Sheet.MostColumns)
            {
                cells.Add(new SheetCell(Cell(text, separator, ref place)));
                goesOn = place < text.Length && text[place] == separator;
                place += goesOn ? 1 : 0;
            }

            SkipLineEnd(text, ref place);
            yield return new SheetRow(number, cells);
        }
    }

    /// <summary>The one that separates most columns of the first line; what stands in quotes does not count.</summary>
    internal static char SeparatorOf(string text)
    {
        var counts = new Dictionary<char, int>
        {
            [';'] = 0,
            ['\t'] = 0,
            [','] = 0,
        };
        if (
            text.StartsWith(Announced, StringComparison.OrdinalIgnoreCase)
            && counts.ContainsKey(text.ElementAtOrDefault(Announced.Length))
        )
        {
            return text[Announced.Length];
        }

        var isQuoted = false;
        foreach (var letter in text.AsSpan(0, Math.Min(text.Length, Searched)))
        {
            isQuoted ^= letter == '"';
            if (!isQuoted && letter is '\r' or '\n' && counts.Values.Any(count => count > 0))
            {
                break;
            }

            if (!isQuoted && counts.TryGetValue(letter, out var count))
            {
                counts[letter] = count + 1;
            }
        }

        return counts.MaxBy(pair => pair.Value).Key;
    }

    private static string Cell(string text, char separator, ref int place)
    {
        if (place >= text.Length || text[place] != '"')
        {
            return Bare(text, separator, ref place);
        }

        var quoted = new StringBuilder();
        place++;
        while (true)
        {
            var end = text.IndexOf('"', place);
            if (end < 0)
            {
                throw new RuleBroken(SheetRules.AQuoteIsClosed);
            }

            quoted.Append(text, place, end - place);
            place = end + 1;
            if (place >= text.Length || text[place] != '"')
            {
                break;
            }

            quoted.Append('"');
            place++;
        }

        return quoted.Append(Bare(text, separator, ref place)).ToString();
    }

    private static string Bare(string text, char separator, ref int place)
    {
        var length = text.AsSpan(place).IndexOfAny(separator, '\r', '\n');
        var end = length < 0 ? text.Length : place + length;
        var bare = text[place..end];
        place = end;
        return bare;
    }

    private static void SkipLineEnd(string text, ref int place)
    {
        if (place < text.Length && text[place] == '\r')
        {
            place++;
        }

        if (place < text.Length && text[place] == '\n')
        {
            place++;
        }
    }
}
