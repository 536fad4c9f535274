using Deliberation.Domain.Respond.Feedback;
using Deliberation.Domain.Respond.Feedback.Imports;
using Deliberation.Domain.Respond.Spreadsheets;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Features.Respond.Spreadsheets;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using UserFeedback = Deliberation.Domain.Respond.Feedback.Feedback;

namespace Deliberation.Web.Features.Respond.Feedback.Imports;

/// <summary>Says, line by line, what bringing an export in would keep.</summary>
internal sealed class ExportPreviews(
    DeliberationDb db,
    LearntWords learnt,
    IntakeSeal seal,
    TimeProvider clock
)
{
    private const int AtOnce = 500;

    /// <summary>Null for a table of another kind.</summary>
    public async Task<ExportPreview?> OfAsync(
        KeptTable kept,
        ExportAsked asked,
        CancellationToken cancellationToken
    )
    {
        if (KeptExport.Read(kept) is not { } export)
        {
            return null;
        }

        var plan = asked.Over(
            ImportPlan.Of(export.Table, await learnt.AllAsync(cancellationToken)),
            export.Table
        );
        if (!plan.IsWhole)
        {
            return new ExportPreview(export, plan) { Lines = [] };
        }

        var today = WorkingDays.DateInParis(clock.GetUtcNow());
        var lines = plan.Read(export.Table, today);
        var known = await KnownAsync(lines.Where(line => line.Flaws.Count == 0), cancellationToken);
        return new ExportPreview(export, plan)
        {
            Lines = [.. lines.Select(line => new ExportLine(line, known.Contains(line.Seal)))],
        };
    }

    // A line that is known stays what it became here: published, set aside or withdrawn since.
    private async Task<HashSet<string>> KnownAsync(
        IEnumerable<ImportLine> lines,
        CancellationToken cancellationToken
    )
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var some in lines.Chunk(AtOnce))
        {
            var seals = some.ToDictionary(
                line => UserFeedback.HashOf(seal.CodeOf(line.Seal)),
                line => line.Seal,
                StringComparer.Ordinal
            );
            var hashes = seals.Keys.ToList();
            var found = await db.Set<UserFeedback>()
                .Where(feedback => hashes.Contains(feedback.CodeHash))
                .Select(feedback => feedback.CodeHash)
                .ToListAsync(cancellationToken);
            known.UnionWith(found.Select(hash => seals[hash]));
        }

        return known;
    }
}

/// <summary>What a person said of an export: it stands in the address of the preview, without a word of the file.</summary>
/// <param name="Columns">For each column taken, in order, the place of its heading; −1 for none. Empty: not said.</param>
/// <param name="Meanings">For each word of the satisfaction, in order, a mark; 0 for none. Empty: not said.</param>
internal sealed record ExportAsked(IReadOnlyList<int> Columns, IReadOnlyList<int> Meanings)
{
    public ImportPlan Over(ImportPlan guessed, ImportTable table)
    {
        var taken = Enum.GetValues<ImportColumn>();
        var plan =
            Columns.Count != taken.Length
                ? guessed
                : guessed with
                {
                    Columns = taken
                        .Zip(Columns)
                        .Where(pair => pair.Second >= 0 && pair.Second < table.Headings.Count)
                        .ToDictionary(pair => pair.First, pair => pair.Second),
                };
        var words = plan.Written(table);
        if (words.Count == 0 || words.Count != Meanings.Count)
        {
            return plan;
        }

        var marks = new Dictionary<string, Mark>(plan.Marks, StringComparer.Ordinal);
        foreach (var (word, meaning) in words.Zip(Meanings))
        {
            marks.Remove(MatchKey.Of(word));
            if (Enum.IsDefined((Mark)meaning))
            {
                marks[MatchKey.Of(word)] = (Mark)meaning;
            }
        }

        return plan with
        {
            Marks = marks,
        };
    }

    /// <summary>Everything that a preview shows was said, whether by a person or by what is known.</summary>
    public static ExportAsked Of(ImportPlan plan, ImportTable table) =>
        new(
            [.. Enum.GetValues<ImportColumn>().Select(column => plan.Columns.GetValueOrDefault(column, -1))],
            [.. plan.Written(table).Select(word => (int)plan.Marks.GetValueOrDefault(MatchKey.Of(word)))]
        );
}

/// <summary>What an export would bring in.</summary>
internal sealed record ExportPreview(KeptExport Export, ImportPlan Plan)
{
    public required IReadOnlyList<ExportLine> Lines { get; init; }

    public ImportTable Table => Export.Table;

    public int Count(ExportView view) => Lines.Count(line => line.View == view);

    /// <summary>Each reason to leave lines out, with how many break it.</summary>
    public IReadOnlyDictionary<string, int> LeftOut() =>
        Lines
            .Where(line => line.View == ExportView.Refuses)
            .GroupBy(line => line.Read.Flaws[0].Rule.Sentence)
            .OrderByDescending(same => same.Count())
            .ToDictionary(same => same.Key, same => same.Count());
}

/// <summary>What becomes of a line; the words stand in addresses.</summary>
internal enum ExportView
{
    Refuses,
    Nouveaux,
    Connus,
}

/// <summary>One line, and whether it was brought in before.</summary>
internal sealed record ExportLine(ImportLine Read, bool IsKnown)
{
    public ExportView View =>
        Read.Flaws.Count > 0 ? ExportView.Refuses
        : IsKnown ? ExportView.Connus
        : ExportView.Nouveaux;
}
