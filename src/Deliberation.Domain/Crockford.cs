namespace Deliberation.Domain;

/// <summary>
/// Writes chance as letters people can read aloud and copy from paper: 32 signs without I, L, O and U.
/// Source: Douglas Crockford, Base 32 (crockford.com/base32.html), without its check symbol.
/// </summary>
public static class Crockford
{
    public const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private const int BitsPerSign = 5;

    /// <summary>The first signs of what the bytes say, five bits each, the highest first.</summary>
    /// <exception cref="ArgumentException">The bytes hold fewer bits than the signs need.</exception>
    public static string Encode(ReadOnlySpan<byte> bytes, int signs)
    {
        if (bytes.Length * 8 < signs * BitsPerSign)
        {
            throw new ArgumentException($"{signs} signs need {signs * BitsPerSign} bits.", nameof(bytes));
        }

        var code = new char[signs];
        for (var sign = 0; sign < signs; sign++)
        {
            var value = 0;
            for (var bit = sign * BitsPerSign; bit < (sign + 1) * BitsPerSign; bit++)
            {
                value = (value << 1) | ((bytes[bit / 8] >> (7 - (bit % 8))) & 1);
            }
            code[sign] = Alphabet[value];
        }
        return new string(code);
    }

    /// <summary>
    /// What someone meant when typing a code: O is 0, I and L are 1, case, spaces and dashes do not matter.
    /// Nothing when it is not a code of that many signs.
    /// </summary>
    public static string? Read(string? typed, int signs)
    {
        var code = new char[signs];
        var count = 0;
        foreach (var c in typed ?? "")
        {
            if (IsSeparator(c))
            {
                continue;
            }
            var sign = Normal(c);
            if (count == signs || !Alphabet.Contains(sign))
            {
                return null;
            }
            code[count++] = sign;
        }
        return count == signs ? new string(code) : null;
    }

    private static bool IsSeparator(char c) =>
        char.IsWhiteSpace(c)
        || c is '-' or '_' or '.' or '\u00AD' or '\u200B' or (>= '\u2010' and <= '\u2015');

    private static char Normal(char c) =>
        char.ToUpperInvariant(c) switch
        {
            'O' => '0',
            'I' or 'L' => '1',
            var other => other,
        };
}
