using System.Runtime.InteropServices;

namespace Deliberation.Web.Platform.Text;

/// <summary>
/// Refuses, before parsing, what makes Markdig slow: it has no time limit of its own. Each bound was measured:
/// below it the worst text takes under a second, a little above it some take minutes.
/// </summary>
internal static class MarkdownGuard
{
    public const int LongestText = 100_000;
    public const int MostLines = 10_000;
    public const int MostMarksOnALine = 16;
    public const int MostOpenBrackets = 200;
    public const int MostBlankLines = 200;
    public const int MostMarksInAParagraph = 500;
    public const int MostCells = 20_000;

    /// <exception cref="MarkdownRefused">A bound is passed.</exception>
    public static void Check(string text)
    {
        Refuse(text.Length > LongestText, MarkdownRefusal.TooLong);
        var paragraph = new Paragraph();
        var (lines, blank, open) = (0, 0, 0);
        foreach (var line in Lines(text))
        {
            Refuse(++lines > MostLines, MarkdownRefusal.TooLong);
            var isBlank = line.Span.Trim(" \t").IsEmpty;
            blank = isBlank ? blank + 1 : 0;
            Refuse(blank > MostBlankLines, MarkdownRefusal.TooManyBlankLines);
            Refuse(ContainerMarks(line.Span) > MostMarksOnALine, MarkdownRefusal.TooManyMarksOnALine);

            open = OpenBrackets(line.Span, open);
            paragraph = isBlank ? new Paragraph() : paragraph.With(line.Span);
            Refuse(paragraph.Marks > MostMarksInAParagraph, MarkdownRefusal.TooManyMarksInAParagraph);
            Refuse(paragraph.Cells > MostCells, MarkdownRefusal.TableTooLarge);
        }
    }

    // The line ends of CommonMark only: others (form feed, U+2028) do not end a paragraph for Markdig.
    private static IEnumerable<ReadOnlyMemory<char>> Lines(string text)
    {
        var start = 0;
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] is '\n' or '\r')
            {
                yield return text.AsMemory(start, index - start);
                start =
                    index
                    + (text[index] == '\r' && index + 1 < text.Length && text[index + 1] == '\n' ? 2 : 1);
                index = start - 1;
            }
        }
        yield return text.AsMemory(start);
    }

    private static int ContainerMarks(ReadOnlySpan<char> line)
    {
        var count = 0;
        for (var rest = line.TrimStart(" \t"); MarkLength(rest) is > 0 and var length; count++)
        {
            rest = rest[length..].TrimStart(" \t");
        }
        return count;
    }

    private static int MarkLength(ReadOnlySpan<char> rest)
    {
        if (rest.IsEmpty)
        {
            return 0;
        }

        var digits = rest.Length - rest.TrimStart("0123456789").Length;
        var isNumber = digits is > 0 and < 10 && digits < rest.Length && rest[digits] is '.' or ')';
        var length = isNumber ? digits + 1 : 1;
        var isItem = isNumber || rest[0] is '-' or '+' or '*';
        var isFollowed = rest.Length == length || rest[length] is ' ' or '\t';
        return rest[0] == '>' || (isItem && isFollowed) ? length : 0;
    }

    private static int OpenBrackets(ReadOnlySpan<char> line, int open)
    {
        foreach (var c in line)
        {
            open = c switch
            {
                '[' => open + 1,
                ']' => Math.Max(0, open - 1),
                _ => open,
            };
            Refuse(open > MostOpenBrackets, MarkdownRefusal.TooManyOpenBrackets);
        }
        return open;
    }

    private static void Refuse(bool condition, MarkdownRefusal reason)
    {
        if (condition)
        {
            throw new MarkdownRefused(reason);
        }
    }

    // Emphasis and links are matched over a whole paragraph, in the square of their number;
    // a table gives every row as many cells as its widest.
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Paragraph(int Marks, int Rows, int Columns)
    {
        public long Cells => (long)Rows * Columns;

        public Paragraph With(ReadOnlySpan<char> line)
        {
            var (marks, previous) = (0, '\0');
            foreach (var c in line)
            {
                marks += c == '[' || (c is '*' or '_' && c != previous) ? 1 : 0;
                previous = c;
            }
            return new(Marks + marks, Rows + 1, Math.Max(Columns, line.Count('|')));
        }
    }
}
