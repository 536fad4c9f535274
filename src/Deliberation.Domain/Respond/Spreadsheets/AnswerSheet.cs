using Deliberation.Domain.Respond.Tracking;

namespace Deliberation.Domain.Respond.Spreadsheets;

/// <summary>Reads the answers of a whole table, line by line; whether each may be given is for a single answer's rules.</summary>
/// <param name="Key">Names the table among repeats: each proposition is answered once by it.</param>
public sealed record AnswerSheet(Guid Key)
{
    /// <summary>What each line asks for. A line that cannot be read says why; one that says nothing new asks for nothing.</summary>
    /// <param name="known">The propositions that the lines name, by reference.</param>
    public IReadOnlyList<ReadLine> Read(Sheet sheet, IReadOnlyDictionary<string, FollowedProposition> known)
    {
        var named = new HashSet<string>(StringComparer.Ordinal);
        return [.. sheet.Lines.Select(line => Read(line, known, named))];
    }

    /// <summary>The references that a table names, in capitals, without spaces.</summary>
    public static IReadOnlyList<string> References(Sheet sheet) =>
        [.. sheet.Lines.Select(ReferenceOf).Where(reference => reference.Length > 0).Distinct()];

    private ReadLine Read(
        SheetLine line,
        IReadOnlyDictionary<string, FollowedProposition> known,
        HashSet<string> named
    )
    {
        var reference = ReferenceOf(line);
        var read = new ReadLine(line.Number, reference);
        if (!known.TryGetValue(reference, out var proposition))
        {
            return read with
            {
                Flaws = [line.Flawed(SheetRules.ALineNamesAProposition, SheetColumn.Reference)],
            };
        }

        read = read with { Proposition = proposition };
        return named.Add(reference)
            ? Read(line, read, proposition)
            : read with
            {
                Flaws = [line.Flawed(SheetRules.APropositionComesOnce, SheetColumn.Reference)],
            };
    }

    private ReadLine Read(SheetLine line, ReadLine read, FollowedProposition proposition)
    {
        var reading = new AnswerLine(line, proposition.Scheme, proposition.Treatment);
        if (reading.IsBlank)
        {
            return read;
        }

        var (answer, flaws) = reading.Read(Key);
        return flaws.Count > 0 ? read with { Flaws = flaws }
            : IsSaidAlready(answer, proposition.Treatment) ? read
            : read with { Answer = answer };
    }

    // A table is taken out whole and few of its lines change. One left as it was taken out says nothing, even when
    // somebody answered since.
    private static bool IsSaidAlready(TreatmentAnswer answer, Treatment treatment) =>
        answer.Corrects is null
        && treatment
            .Updates.Where(update => update.Number == answer.After || update.Number == treatment.AnswerCount)
            .Any(update => Says(update, answer));

    /// <summary>Who signs apart: a function that is filled down a whole column answers nothing anew.</summary>
    private static bool Says(TreatmentUpdate before, TreatmentAnswer answer) =>
        answer
        == new TreatmentAnswer
        {
            Key = answer.Key,
            After = answer.After,
            Function = answer.Function,
            Status = before.Status,
            Reason = before.Reason,
            EvidenceLink = before.EvidenceLink,
            EvidenceCitation = before.EvidenceCitation,
            NextUpdateOn = before.NextUpdateOn,
            Decision = before.Decision,
            Fidelity = before.Fidelity,
            CheckedBy = before.CheckedBy,
            Laws = before.Laws,
            Documents = before.Documents,
            SuccessMeasure = before.SuccessMeasure,
            Replies = answer.Replies is null ? null : before.Replies,
        };

    private static string ReferenceOf(SheetLine line) =>
        string.Concat((line.Text(SheetColumn.Reference) ?? "").Where(letter => !char.IsWhiteSpace(letter)))
            .ToUpperInvariant();
}
