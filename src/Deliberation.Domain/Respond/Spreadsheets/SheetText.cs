using System.Text;

namespace Deliberation.Domain.Respond.Spreadsheets;

/// <summary>The text of a file, whichever of the usual encodings it was saved in.</summary>
/// <param name="IsGuessed">It was not UTF-8: it was read as an old Windows, which says nothing of itself, would have written it.</param>
public sealed record SheetText(string Text, bool IsGuessed)
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    private static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!; // always there

    /// <exception cref="RuleBroken">It is no text.</exception>
    public static SheetText Read(ReadOnlySpan<byte> file)
    {
        var read = file switch
        {
            [0xEF, 0xBB, 0xBF, ..] => Unmarked(file[3..]),
            [0xFF, 0xFE, ..] => new SheetText(Encoding.Unicode.GetString(file[2..]), false),
            [0xFE, 0xFF, ..] => new SheetText(Encoding.BigEndianUnicode.GetString(file[2..]), false),
            _ => Unmarked(file),
        };
        return read.Text.Contains('\0', StringComparison.Ordinal)
            ? throw new RuleBroken(SheetRules.AFileCanBeRead)
            : read;
    }

    private static SheetText Unmarked(ReadOnlySpan<byte> file)
    {
        try
        {
            return new SheetText(Strict.GetString(file), false);
        }
        catch (DecoderFallbackException)
        {
            return new SheetText(Windows.GetString(file), true);
        }
    }
}
