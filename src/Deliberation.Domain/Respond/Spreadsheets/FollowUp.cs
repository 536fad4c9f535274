using Deliberation.Domain.Respond.Tracking;

namespace Deliberation.Domain.Respond.Spreadsheets;

/// <summary>An existing follow-up that a body brings in: where it is from, and how things stood when.</summary>
/// <param name="Key">Names it among repeats: each proposition takes from it once.</param>
/// <param name="Source">The document.</param>
/// <param name="AsOf">The day it was true.</param>
/// <param name="Function">Of the person who brings it in.</param>
public sealed record FollowUp(Guid Key, string Source, DateOnly AsOf, string Function)
{
    /// <summary>What the agent chose for words that the scale does not know: those words, as compared, and a code.</summary>
    public IReadOnlyDictionary<string, string> Words { get; init; } = new Dictionary<string, string>();

    /// <summary>What each line brings in, or why it cannot be read; a line without a status brings in nothing.</summary>
    /// <param name="opinion">The treatments of the opinion it is about.</param>
    public IReadOnlyList<BroughtLine> Read(
        FollowUpSheet sheet,
        IReadOnlyList<Treatment> opinion,
        StatusScheme scheme
    )
    {
        var named = new HashSet<Guid>();
        var names = FollowUpLine.NamesOf(opinion);
        return [.. sheet.Lines.Select(line => Read(line, line.Find(names), scheme, named))];
    }

    /// <summary>The words of statuses that the scale does not know, each once.</summary>
    public static IReadOnlyList<string> Unknown(FollowUpSheet sheet, StatusScheme scheme) =>
        [
            .. sheet
                .Lines.Select(line => line.Status)
                .OfType<string>()
                .Where(written => StatusWords.Find(scheme, written) is null)
                .DistinctBy(MatchKey.Of),
        ];

    private BroughtLine Read(
        FollowUpLine line,
        Treatment? treatment,
        StatusScheme scheme,
        HashSet<Guid> named
    )
    {
        var read = new BroughtLine(line, treatment);
        if (line.Flaws.Count > 0)
        {
            return read with { Flaws = line.Flaws };
        }

        if (treatment is null)
        {
            return read with
            {
                Flaws =
                [
                    new Flaw(
                        SheetRules.ALineNamesAPropositionOfTheOpinion,
                        null,
                        line.Proposition ?? line.Title
                    ),
                ],
            };
        }

        if (!named.Add(treatment.Id))
        {
            return read with { Flaws = [new Flaw(SheetRules.APropositionComesOnce)] };
        }

        return line.Status is { } written ? Read(read, written, treatment, scheme) : read;
    }

    private BroughtLine Read(BroughtLine read, string written, Treatment treatment, StatusScheme scheme)
    {
        var status =
            StatusWords.Find(scheme, written)
            ?? scheme.Find(Words.GetValueOrDefault(MatchKey.Of(written)) ?? "");
        if (status is null)
        {
            return read with { Flaws = [new Flaw(TrackingRules.AStatusBelongsToTheScale, null, written)] };
        }

        var earlier = new EarlierAnswer(Key, status.Code, Source, AsOf, Function, read.Line.Reason);
        return IsThere(earlier, treatment.Latest) ? read : read with { Earlier = earlier };
    }

    // Brought in already, from the same document.
    private static bool IsThere(EarlierAnswer earlier, TreatmentUpdate? latest) =>
        latest is not null
        && latest.Status == earlier.Status
        && latest.ImportedFrom == earlier.Source.Trim()
        && WorkingDays.DateInParis(latest.At) == earlier.AsOf;
}

/// <summary>What a line of a follow-up brings in.</summary>
/// <param name="Treatment">Of the proposition that it names; null when it names none.</param>
public sealed record BroughtLine(FollowUpLine Line, Treatment? Treatment)
{
    /// <summary>Null when the line says no status, or nothing new.</summary>
    public EarlierAnswer? Earlier { get; init; }

    public IReadOnlyList<Flaw> Flaws { get; init; } = [];
}
