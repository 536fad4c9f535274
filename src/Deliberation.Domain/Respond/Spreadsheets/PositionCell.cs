using System.Globalization;
using System.Text.RegularExpressions;
using Deliberation.Domain.Respond.Tracking;

namespace Deliberation.Domain.Respond.Spreadsheets;

/// <summary>
/// Words about minority positions in one cell, each on a line that begins with the end of its position’s published
/// name: « M1 : … ».
/// </summary>
public static partial class PositionCell
{
    /// <summary>What a cell may hold: beyond, Excel takes the whole file for a damaged one.</summary>
    /// <remarks>Microsoft, “Excel specifications and limits”: 32,767 characters.</remarks>
    public const int Longest = 32_767;

    private const int MillisecondsToRead = 200;

    private const string Cut = "\n[…]";

    /// <summary>What members wrote beside a proposition, to be read: its end is left out when no cell holds it all.</summary>
    public static string Show(IEnumerable<(int Position, string Words)> said)
    {
        var whole = Write(said);
        return whole.Length <= Longest ? whole : whole[..EndBefore(whole, Longest - Cut.Length)] + Cut;
    }

    /// <summary>
    /// Null while nothing is replied, and when no cell holds it all: given back cut, it would be taken for other replies.
    /// </summary>
    public static string? Write(PositionReplies? replies) =>
        replies is not null
        && Write(replies.All.Select(reply => (reply.Position, reply.Words))) is var written
        && written.Length <= Longest
            ? written
            : null;

    private static string Write(IEnumerable<(int Position, string Words)> said) =>
        string.Join(
            '\n',
            said.Select(one => string.Create(CultureInfo.InvariantCulture, $"M{one.Position} : {one.Words}"))
        );

    /// <summary>The replies of a cell; null when it does not say which position a reply goes to.</summary>
    /// <param name="positions">How many stand beside the proposition: with one at most, no name is asked for.</param>
    public static PositionReplies? Read(string written, int positions)
    {
        var text = written.ReplaceLineEndings("\n").Trim();
        var names = Name().Matches(text);
        if (names.Count == 0)
        {
            return positions > 1 ? null : PositionReplies.Of([new(1, text)]);
        }

        var ends = names.Skip(1).Select(name => name.Index).Append(text.Length);
        return names[0].Index > 0
            ? null
            : PositionReplies.Of(names.Zip(ends, (name, end) => Reply(text, name, end)));
    }

    // The two halves of a character go together.
    private static int EndBefore(string text, int end) => char.IsHighSurrogate(text[end - 1]) ? end - 1 : end;

    private static PositionReply Reply(string text, Match name, int end) =>
        new(
            int.Parse(name.Groups["number"].ValueSpan, CultureInfo.InvariantCulture),
            text[(name.Index + name.Length)..end]
        );

    [GeneratedRegex(
        @"^[ \u00A0\u202F]*M(?<number>[0-9]{1,3})[ \u00A0\u202F]*:",
        RegexOptions.Multiline
            | RegexOptions.IgnoreCase
            | RegexOptions.ExplicitCapture
            | RegexOptions.CultureInvariant,
        MillisecondsToRead
    )]
    private static partial Regex Name();
}
