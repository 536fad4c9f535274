using System.Globalization;
using System.Runtime.InteropServices;

namespace Deliberation.Domain.Respond.Feedback.Masking;

/// <summary>
/// The numbers of a text in the order they are read: grouped by spaces, dots or dashes, in any script’s digits, with a
/// letter O for a zero, or spelled out.
/// </summary>
internal sealed class Numerals
{
    private const int MostSeparators = 4;
    private const int FewestSpelled = 5;

    private readonly List<Numeral> all = [];
    private readonly ReadText read;
    private int datedUntil;

    private Numerals(ReadText read) => this.read = read;

    public ReadOnlySpan<Numeral> All => CollectionsMarshal.AsSpan(all);

    public static Numerals Of(ReadText read)
    {
        var numerals = new Numerals(read);
        if (read.Announces(Role.Digits) || HasManySpelled(read))
        {
            numerals.ReadAll();
        }
        return numerals;
    }

    /// <summary>The signs from <paramref name="from"/> on that make one number, at most <paramref name="most"/>.</summary>
    public ReadOnlySpan<Numeral> Run(int from, int most)
    {
        var run = All[from..Math.Min(from + most, all.Count)];
        var length = 1;
        while (length < run.Length && run[length].Linked)
        {
            length++;
        }
        return run[..length];
    }

    /// <summary>A sum, a share or a count follows: nobody’s number.</summary>
    public static bool IsAmount(ReadText read, int end)
    {
        var after = read.Between(end, Math.Min(read.Text.Length, end + 2)).TrimStart();
        if (after.Length > 0 && after[0] is '€' or '%' or '$' or '£')
        {
            return true;
        }
        var next = read.IndexAt(end);
        return next < read.Words.Length
            && read.Words[next].Start - end <= 2
            && read.Words[next].Is(Role.Unit);
    }

    private static bool HasManySpelled(ReadText read)
    {
        var count = 0;
        foreach (var word in !read.Announces(Role.Numeral) ? [] : read.Words)
        {
            count += word.Is(Role.Numeral) ? 1 : 0;
        }
        return count >= FewestSpelled;
    }

    private void ReadAll()
    {
        var index = 0;
        while (index < read.Words.Length)
        {
            var word = read.Words[index];
            if (word.Is(Role.Digits))
            {
                AddDigits(index);
                index++;
            }
            else if (word.Is(Role.Numeral))
            {
                var (value, next) = SpelledNumber.Read(read, index);
                AddSpelled(value, word.Start, read.Words[next - 1].End);
                index = next;
            }
            else
            {
                AddLetters(word);
                index++;
            }
        }
    }

    private void AddDigits(int index)
    {
        var word = read.Words[index];
        if (WrittenDate.InFigures(read, index) is { } last)
        {
            datedUntil = Math.Max(datedUntil, last);
        }
        for (var place = word.Start; place < word.End; place++)
        {
            var digit = CharUnicodeInfo.GetDecimalDigitValue(read.Text[place]);
            Add((char)('0' + digit), place, place + 1, place == word.Start, place == word.End - 1);
        }
    }

    private void AddSpelled(int value, int start, int end)
    {
        var digits = value.ToString(CultureInfo.InvariantCulture);
        for (var place = 0; place < digits.Length; place++)
        {
            Add(digits[place], start, end, place == 0, place == digits.Length - 1);
        }
    }

    // "O6", "I2" and "2A": letters that stand for a digit, beside one.
    private void AddLetters(Word word)
    {
        var letters = read.Between(word.Start, word.End);
        var besideDigit = IsDigitAt(word.Start - 1) || IsDigitAt(word.End);
        if (
            letters is "A" or "a" or "B" or "b"
            && all.Count > 0
            && all[^1].Symbol == '2'
            && IsLinked(word.Start)
        )
        {
            Add(char.ToUpperInvariant(letters[0]), word.Start, word.End, opens: false, closes: true);
        }
        else if (besideDigit && letters.Length <= 3 && !letters.ContainsAnyExcept("OoIl"))
        {
            for (var place = word.Start; place < word.End; place++)
            {
                var digit = read.Text[place] is 'O' or 'o' ? '0' : '1';
                Add(digit, place, place + 1, place == word.Start, place == word.End - 1);
            }
        }
    }

    private bool IsDigitAt(int index) =>
        index >= 0 && index < read.Text.Length && char.IsDigit(read.Text[index]);

    private void Add(char symbol, int start, int end, bool opens, bool closes)
    {
        var linked = IsLinked(start);
        var isInside = all.Count > 0 && all[^1].End == start && start > 0;
        if (isInside && opens)
        {
            all[^1] = all[^1] with { Closes = false };
        }
        all.Add(new Numeral(symbol, start, end, opens && !isInside, closes, linked, start < datedUntil));
    }

    private bool IsLinked(int start)
    {
        if (all.Count == 0 || start < all[^1].End)
        {
            return all.Count > 0;
        }
        var gap = read.Between(all[^1].End, start);
        return gap.Length <= MostSeparators && AreSeparators(gap);
    }

    private static bool AreSeparators(ReadOnlySpan<char> gap)
    {
        for (var place = 0; place < gap.Length; place++)
        {
            if (!IsSeparator(gap[place]) && !IsComma(gap, place))
            {
                return false;
            }
        }
        return true;
    }

    // "06, 12, 34": but "0,25" is one number.
    private static bool IsComma(ReadOnlySpan<char> gap, int place) =>
        gap[place] == ',' && place + 1 < gap.Length && char.IsWhiteSpace(gap[place + 1]);

    // Soft hyphen, hyphens and dashes, zero-width characters: all are seen between copied digits.
    private static bool IsSeparator(char c) =>
        char.IsWhiteSpace(c)
        || c is '.' or '-' or '_' or '/' or '·' or '(' or ')' or '\u00AD' or '\uFEFF'
        || c is (>= '\u200B' and <= '\u200F') or (>= '\u2010' and <= '\u2015');
}
