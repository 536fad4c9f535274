using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Deliberation.Domain.Respond.Spreadsheets;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Features.Respond.Instruction;
using Deliberation.Web.Features.Respond.Tracking;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Spreadsheets;

/// <summary>Says, line by line, what a table would change now: by the very rules that a single answer obeys.</summary>
internal sealed class TablePreviews(
    DeliberationDb db,
    Answering answering,
    BulkAnswers bulk,
    TimeProvider clock
)
{
    public async Task<TablePreview> OfAsync(KeptTable table, CancellationToken cancellationToken)
    {
        var file = TableFile.Read(table.Content);
        var sheet = Sheet.Read(file.Rows);
        var known = await KnownAsync(AnswerSheet.References(sheet), cancellationToken);
        var lines = new AnswerSheet(table.Id).Read(sheet, known);
        var tried = await TryAsync(table.By, lines, cancellationToken);
        return new TablePreview(file, sheet)
        {
            Speaker = await answering.SpeakerAsync(table.By, cancellationToken),
            Lines = [.. lines.Select(line => Tried(line, tried.GetValueOrDefault(line.Reference)))],
            Stamp = StampOf(known.Values),
        };
    }

    private async Task<IReadOnlyDictionary<string, FollowedProposition>> KnownAsync(
        IReadOnlyList<string> references,
        CancellationToken cancellationToken
    )
    {
        var treatments = await db.Set<Treatment>()
            .AsNoTracking()
            .Include(treatment => treatment.Updates)
            .Where(treatment => references.Contains(treatment.Reference))
            .ToListAsync(cancellationToken);
        Guid[] opinions = [.. treatments.Select(treatment => treatment.OpinionId).Distinct()];
        var schemes = await db.Set<OpinionTracker>()
            .AsNoTracking()
            .Where(tracker => opinions.Contains(tracker.Id))
            .ToDictionaryAsync(tracker => tracker.Id, tracker => tracker.Scheme, cancellationToken);
        return treatments.ToDictionary(
            treatment => treatment.Reference,
            treatment => new FollowedProposition(treatment, schemes[treatment.OpinionId]),
            StringComparer.Ordinal
        );
    }

    private async Task<Dictionary<string, BulkLine>> TryAsync(
        Guid by,
        IEnumerable<ReadLine> lines,
        CancellationToken cancellationToken
    ) =>
        (await bulk.ReadAsync(by, Asked(lines), cancellationToken)).ToDictionary(
            line => line.Reference,
            StringComparer.Ordinal
        );

    internal static IReadOnlyList<AskedAnswer> Asked(IEnumerable<ReadLine> lines) =>
        [
            .. lines
                .Where(line => line.Answer is not null)
                .Select(line => new AskedAnswer(line.Reference, line.Answer!)), // filtered above
        ];

    private PreviewedLine Tried(ReadLine line, BulkLine? tried)
    {
        if (line.Answer is null || tried is null)
        {
            return new PreviewedLine(line, line.Flaws, null);
        }

        var now = clock.GetUtcNow();
        var (answer, treatment, speaker, scheme) = tried.Written;
        return tried.Refused(now) is { } rule
            ? new PreviewedLine(line, [new Flaw(rule)], null)
            : new PreviewedLine(line, [], treatment.Rehearse(answer, speaker, scheme, now));
    }

    /// <summary>Changes as soon as one of these propositions is answered.</summary>
    private static string StampOf(IEnumerable<FollowedProposition> propositions)
    {
        var counts = propositions
            .Select(one => (one.Treatment.Reference, one.Treatment.AnswerCount))
            .Order()
            .Select(one =>
                string.Create(CultureInfo.InvariantCulture, $"{one.Reference}:{one.AnswerCount}\n")
            );
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(counts))));
    }
}
