namespace Deliberation.Web.Platform.Text;

/// <summary>Why a text is not rendered; the page puts it in the reader's words.</summary>
internal enum MarkdownRefusal
{
    TooLong,
    TooManyMarksOnALine,
    TooManyOpenBrackets,
    TooManyBlankLines,
    TooManyMarksInAParagraph,
    TableTooLarge,
    TooDeep,
    ResultTooLarge,
    Busy,
}

/// <summary>The text would cost too much to render, or asks for more than a published text needs.</summary>
internal sealed class MarkdownRefused(MarkdownRefusal reason, Exception? cause = null)
    : Exception($"Markdown refused: {reason}", cause)
{
    public MarkdownRefusal Reason { get; } = reason;
}
