using System.Globalization;
using Deliberation.Domain.Deliberate.Drafting;
using Deliberation.Domain.Respond.Feedback.Masking;
using Deliberation.Domain.Respond.Spreadsheets;

namespace Deliberation.Domain.Respond.Feedback.Imports;

/// <summary>What a cell of an export turned out to be.</summary>
public enum ImportCellKind
{
    Words = 0,

    /// <summary>A day written 2026-03-05.</summary>
    Day = 1,

    /// <summary>A formula, or a computation that failed: nothing of it is read.</summary>
    Computed = 2,

    Merged = 3,

    /// <summary>Longer than an answer may be: nothing of it is read.</summary>
    TooLong = 4,

    /// <summary>Not a well-formed text: nothing of it is read.</summary>
    Broken = 5,
}

/// <summary>One cell of an export once what identifies people is hidden: the rest of it is gone.</summary>
public sealed record ImportCell(string Text, ImportCellKind Kind = ImportCellKind.Words)
{
    public const int LongestId = 64;

    /// <summary>No service of the State asked for such notices before.</summary>
    public const int FirstYear = 2015;

    public static readonly ImportCell Empty = new("");

    /// <summary>What stands for the cell when it may be an identifier: it cannot be read back.</summary>
    public string? Seal { get; init; }

    public bool IsEmpty => Text.Length == 0 && Kind == ImportCellKind.Words;

    /// <summary>Why nothing is read of it; null when it was read.</summary>
    internal Rule? Fault =>
        Kind switch
        {
            ImportCellKind.Computed => SheetRules.ACellIsWrittenOut,
            ImportCellKind.Merged => SheetRules.ACellStandsAlone,
            ImportCellKind.TooLong => FeedbackRules.AnAnswerHasALimit,
            ImportCellKind.Broken => FeedbackRules.ATextIsWellFormed,
            _ => null,
        };

    internal static ImportCell Of(SheetCell cell, Func<string, string> seal)
    {
        var text = GuardedCell.Read(cell.Text).ReplaceLineEndings("\n").Trim();
        var kind = KindOf(cell, text);
        return kind switch
        {
            ImportCellKind.Words => new ImportCell(PersonalData.Mask(text)) { Seal = SealOf(text, seal) },
            ImportCellKind.Day => new ImportCell(Iso(SheetDate.Read(cell)), kind)
            {
                Seal = SealOf(text, seal),
            },
            _ => new ImportCell("", kind),
        };
    }

    // A day of these years is no birth date of somebody who writes; any other is masked like the words around it.
    private static ImportCellKind KindOf(SheetCell cell, string text) =>
        cell.Kind is CellKind.Formula or CellKind.Error ? ImportCellKind.Computed
        : cell.Kind is CellKind.Merged ? ImportCellKind.Merged
        : text.Length > MaskedText.Longest ? ImportCellKind.TooLong
        : !WellFormedText.Is(text) ? ImportCellKind.Broken
        : SheetDate.Read(cell) is { Year: >= FirstYear and < 2100 } ? ImportCellKind.Day
        : ImportCellKind.Words;

    private static string? SealOf(string text, Func<string, string> seal) =>
        text.Length is > 0 and <= LongestId
        && text.Any(char.IsAsciiDigit)
        && text.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '-' or '_')
            ? seal(IdOf(text))
            : null;

    // Older exports wrote 0x12ab34c where newer ones write the last seven of these signs.
    private static string IdOf(string written)
    {
        var id = written.ToLowerInvariant();
        return id.StartsWith("0x", StringComparison.Ordinal) ? id[2..][^Math.Min(7, id.Length - 2)..] : id;
    }

    private static string Iso(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture) ?? "";
}
