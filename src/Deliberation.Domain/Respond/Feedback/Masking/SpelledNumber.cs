namespace Deliberation.Domain.Respond.Feedback.Masking;

/// <summary>
/// A number said in words, from zéro to neuf mille neuf cent quatre-vingt-dix-neuf. Source: rules of the French numerals
/// (Grevisse, Le Bon Usage, "Les numéraux cardinaux"), with septante, huitante and nonante.
/// </summary>
internal static class SpelledNumber
{
    /// <summary>The number that starts at this word, and the first word after it.</summary>
    public static (int Value, int Next) Read(ReadText read, int index)
    {
        var (value, next) = UnderThousand(read, index);
        if (Next(read, next) is { } word && read.Words[word].Value == 1000 && value is > 0 and < 10)
        {
            var (rest, after) = Rest(read, word + 1, UnderThousand);
            return ((value * 1000) + rest, after);
        }
        if (value == 1000)
        {
            var (rest, after) = Rest(read, next, UnderThousand);
            return (1000 + rest, after);
        }
        return (value, next);
    }

    private static (int Value, int Next) UnderThousand(ReadText read, int index)
    {
        var (value, next) = UnderHundred(read, index);
        var hundreds = value == 100 ? 1 : value;
        if (value is > 1 and < 10 && Next(read, next) is { } word && read.Words[word].Value == 100)
        {
            next = word + 1;
        }
        else if (value != 100)
        {
            return (value, next);
        }
        var (rest, after) = Rest(read, next, UnderHundred);
        return rest < 100 ? ((hundreds * 100) + rest, after) : (hundreds * 100, next);
    }

    private static (int Value, int Next) UnderHundred(ReadText read, int index)
    {
        var value = read.Words[index].Value;
        var next = index + 1;
        if (value == 4 && Next(read, next) is { } twenty && read.Words[twenty].Value == 20)
        {
            (value, next) = (80, twenty + 1);
        }
        if (
            value is 10 or (>= 20 and < 100)
            && Next(read, next) is { } word
            && Joins(value, read.Words[word].Value)
        )
        {
            return Sum(read, value + read.Words[word].Value, word + 1);
        }
        return (value, next);
    }

    // Soixante-dix-sept: the ten inside takes its own unit.
    private static (int Value, int Next) Sum(ReadText read, int value, int next) =>
        value is 70 or 90 && Next(read, next) is { } word && read.Words[word].Value is >= 7 and <= 9
            ? (value + read.Words[word].Value, word + 1)
            : (value, next);

    private static bool Joins(int tens, int unit) =>
        tens switch
        {
            10 => unit is >= 7 and <= 9,
            60 or 80 => unit is >= 1 and <= 16,
            _ => unit is >= 1 and <= 9,
        };

    private static (int Value, int Next) Rest(
        ReadText read,
        int index,
        Func<ReadText, int, (int Value, int Next)> part
    ) =>
        Next(read, index) is { } word && read.Words[word].Value is > 0 and < 100
            ? part(read, word)
            : (0, index);

    // The next word of the same number: after a space or a hyphen, and over an "et".
    private static int? Next(ReadText read, int index)
    {
        if (index >= read.Words.Length || !IsClose(read, index))
        {
            return null;
        }
        if (read.Words[index].Is(Role.Numeral))
        {
            return index;
        }
        var isAnd = read.Between(read.Words[index].Start, read.Words[index].End) is "et" or "ET";
        return
            isAnd
            && index + 1 < read.Words.Length
            && IsClose(read, index + 1)
            && read.Words[index + 1].Value is 1 or 11
            ? index + 1
            : null;
    }

    private static bool IsClose(ReadText read, int index)
    {
        var gap = read.Between(read.Words[index - 1].End, read.Words[index].Start);
        return gap.Length is 1 or 2 && gap.IndexOfAnyExcept(" -\u00A0\u2010\u2011") < 0;
    }
}
