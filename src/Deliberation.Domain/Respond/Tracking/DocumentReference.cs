namespace Deliberation.Domain.Respond.Tracking;

/// <summary>A document that goes with an answer: a study, a timetable, a form.</summary>
/// <param name="Title">What it is, in 3 to 200 characters.</param>
/// <param name="Address">Where anyone reads it; an https address.</param>
public sealed record DocumentReference(string Title, string Address)
{
    /// <summary>So many documents with one answer, at most.</summary>
    public const int Most = 8;

    /// <summary>The documents named in a text, one on each line: its title, then its address.</summary>
    /// <param name="refused">The first line without a title or a safe address; null when there is none.</param>
    public static IReadOnlyList<DocumentReference> Read(string? written, out string? refused)
    {
        var lines = (written ?? "").Split(
            ['\n', '\r'],
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
        );
        refused = lines.FirstOrDefault(line => Of(line) is null);
        return [.. lines.Select(Of).OfType<DocumentReference>().Distinct()];
    }

    private static DocumentReference? Of(string line)
    {
        var place = line.LastIndexOf("https://", StringComparison.OrdinalIgnoreCase);
        if (place <= 0)
        {
            return null;
        }

        var (title, address) = (
            line[..place].TrimEnd(' ', '\u00A0', '\u202F', '\t', ':', ',', ';'),
            line[place..]
        );
        return
            AnswerText.Is(title, 3, 200) && AnswerText.IsSafeLink(address) && !address.Any(char.IsWhiteSpace)
            ? new DocumentReference(title, address)
            : null;
    }
}
