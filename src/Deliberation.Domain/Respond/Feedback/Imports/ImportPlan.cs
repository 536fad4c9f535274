using Deliberation.Domain.Respond.Spreadsheets;

namespace Deliberation.Domain.Respond.Feedback.Imports;

/// <summary>How an export is read: which column holds what, and which mark each word of the satisfaction means.</summary>
/// <param name="Columns">Places of headings in the table.</param>
/// <param name="Marks">By word, as <see cref="MatchKey"/> compares them.</param>
public sealed record ImportPlan(
    IReadOnlyDictionary<ImportColumn, int> Columns,
    IReadOnlyDictionary<string, Mark> Marks
)
{
    /// <summary>So many different words a satisfaction may have, at most, to be given a meaning by hand.</summary>
    public const int MostWords = 20;

    public bool IsWhole => Enum.GetValues<ImportColumn>().All(Columns.ContainsKey);

    /// <summary>As the headings and the words known say.</summary>
    public static ImportPlan Of(ImportTable table, ImportWords words) =>
        new(
            Enum.GetValues<ImportColumn>()
                .Select(column => (Column: column, Place: Find(table, words, column)))
                .Where(found => found.Place >= 0)
                .ToDictionary(found => found.Column, found => found.Place),
            words.Marks
        );

    /// <summary>The words of the satisfaction, each once, in the order of the file.</summary>
    public IReadOnlyList<string> Written(ImportTable table) =>
        [
            .. table
                .Rows.Select(row => Cell(table, row, ImportColumn.Satisfaction).Text)
                .Where(word => MatchKey.Of(word).Length > 0)
                .DistinctBy(MatchKey.Of)
                .Take(MostWords),
        ];

    /// <summary>Every line, with what it would be kept as or why it cannot be.</summary>
    /// <param name="today">In Paris.</param>
    /// <exception cref="RuleBroken">A column is not known.</exception>
    public IReadOnlyList<ImportLine> Read(ImportTable table, DateOnly today)
    {
        if (!IsWhole)
        {
            throw new RuleBroken(ImportRules.AnExportIsUnderstood);
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        return [.. table.Rows.Select(row => Line(table, row, today, seen))];
    }

    private ImportLine Line(ImportTable table, ImportRow row, DateOnly today, HashSet<string> seen)
    {
        var (id, day) = (Cell(table, row, ImportColumn.Id), Cell(table, row, ImportColumn.Day));
        var (said, words) = (
            Cell(table, row, ImportColumn.Satisfaction),
            Cell(table, row, ImportColumn.Comment)
        );
        var on = SheetDate.Read(new SheetCell(day.Text));
        Mark? mark = Marks.TryGetValue(MatchKey.Of(said.Text), out var known) ? known : null;
        (ImportColumn, ImportCell, Rule?)[] tried =
        [
            (ImportColumn.Id, id, IdFault(id, seen)),
            (ImportColumn.Day, day, DayFault(on, today)),
            (ImportColumn.Satisfaction, said, mark is null ? ImportRules.ASatisfactionHasItsMark : null),
            (ImportColumn.Comment, words, words.IsEmpty ? FeedbackRules.AFeedbackSaysSomething : null),
        ];
        return new ImportLine(row.Place, id.Seal ?? "", on, mark, MaskedText.AsKept(words.Text).Again())
        {
            Flaws =
            [
                .. from one in tried
                let fault = one.Item2.Fault ?? one.Item3
                where fault is not null
                select new Flaw(fault, table.Headings[Columns[one.Item1]], Shown(one.Item2)),
            ],
        };
    }

    // The first of the columns of that heading that says something: old and new questions may stand side by side.
    private ImportCell Cell(ImportTable table, ImportRow row, ImportColumn column)
    {
        if (!Columns.TryGetValue(column, out var place) || !row[place].IsEmpty)
        {
            return Columns.ContainsKey(column) ? row[place] : ImportCell.Empty;
        }

        var key = MatchKey.Of(table.Headings[place]);
        return table
                .Headings.Index()
                .Where(heading => heading.Index != place && MatchKey.Of(heading.Item) == key)
                .Select(heading => row[heading.Index])
                .FirstOrDefault(cell => !cell.IsEmpty)
            ?? ImportCell.Empty;
    }

    private static Rule? IdFault(ImportCell id, HashSet<string> seen) =>
        id.Seal is null ? ImportRules.ANoticeHasAnId
        : seen.Add(id.Seal) ? null
        : ImportRules.ANoticeComesOnce;

    private static Rule? DayFault(DateOnly? day, DateOnly today) =>
        day is null ? SheetRules.ADateIsWrittenInFull
        : day > today || day.Value.Year < ImportCell.FirstYear ? ImportRules.ANoticeIsPast
        : null;

    private static int Find(ImportTable table, ImportWords words, ImportColumn column) =>
        table
            .Headings.Index()
            .Where(heading =>
                words.Columns.TryGetValue(MatchKey.Of(heading.Item), out var named) && named == column
            )
            .Select(heading => heading.Index)
            .DefaultIfEmpty(-1)
            .First();

    private static string? Shown(ImportCell cell) => cell.Text.Length == 0 ? null : cell.Text;
}

/// <summary>One line of an export: what it would be kept as.</summary>
/// <param name="Seal">Stands for its identifier.</param>
/// <param name="Day">When it was given.</param>
public sealed record ImportLine(string Place, string Seal, DateOnly? Day, Mark? Mark, MaskedText Text)
{
    /// <summary>Why it is left out; the places are headings.</summary>
    public IReadOnlyList<Flaw> Flaws { get; init; } = [];
}
