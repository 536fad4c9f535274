using System.Globalization;
using Deliberation.Domain.Deliberate.Drafting;
using Deliberation.Domain.Respond.Feedback.Masking;
using Deliberation.Domain.Respond.Spreadsheets;

namespace Deliberation.Domain.Respond.Feedback.Imports;

/// <summary>One sheet of an export: the service writes one a year.</summary>
/// <param name="Name">Null when there is only one.</param>
public sealed record ImportSheet(string? Name, IEnumerable<SheetRow> Rows);

/// <summary>One line of an export, masked.</summary>
/// <param name="Place">Where it stands in the file: <c>12</c>, or <c>2025, 12</c> in the sheet 2025.</param>
public sealed record ImportRow(string Place, IReadOnlyList<ImportCell> Cells)
{
    public ImportCell this[int column] =>
        column >= 0 && column < Cells.Count ? Cells[column] : ImportCell.Empty;
}

/// <summary>An export whose every cell was masked while it was read; nothing else of the file is left.</summary>
/// <param name="Headings">Of all its sheets together, masked too.</param>
public sealed record ImportTable(IReadOnlyList<string> Headings, IReadOnlyList<ImportRow> Rows)
{
    public const int MostColumns = 60;

    private const int MostCharacters = 6_000_000;
    private const int LongestHeading = 300;

    /// <param name="seal">Makes of an identifier what stands for it: always the same, and it cannot be read back.</param>
    /// <exception cref="RuleBroken">No headings, no line, or too much of anything.</exception>
    public static ImportTable Read(IEnumerable<ImportSheet> sheets, Func<string, string> seal)
    {
        var reading = new Reading(seal);
        foreach (var sheet in sheets)
        {
            reading.Read(sheet);
        }

        return reading.Whole();
    }

    private static void Require(bool condition, Rule rule)
    {
        if (!condition)
        {
            throw new RuleBroken(rule);
        }
    }

    private sealed class Reading(Func<string, string> seal)
    {
        private readonly List<string> headings = [];
        private readonly List<(string Key, int Again)> known = [];
        private readonly List<ImportRow> rows = [];
        private int characters;

        public void Read(ImportSheet sheet)
        {
            int[]? places = null;
            foreach (var row in sheet.Rows.Where(row => !row.IsEmpty))
            {
                Require(row.Cells.Count <= MostColumns, ImportRules.AnExportIsBounded);
                if (places is null)
                {
                    places = PlacesOf(row);
                    continue;
                }

                Require(rows.Count < Sheet.MostLines, ImportRules.AnExportIsBounded);
                rows.Add(new ImportRow(PlaceOf(sheet, row), CellsOf(row, places)));
            }
        }

        public ImportTable Whole()
        {
            Require(headings.Count > 0 && rows.Count > 0, ImportRules.AnExportHasHeadings);
            var sealless = Enumerable.Range(0, headings.Count).Where(IsNoIdentifier).ToHashSet();
            return new ImportTable(
                headings,
                [
                    .. rows.Select(row =>
                        row with
                        {
                            Cells =
                            [
                                .. row.Cells.Select(
                                    (cell, place) =>
                                        sealless.Contains(place) ? cell with { Seal = null } : cell
                                ),
                            ],
                        }
                    ),
                ]
            );
        }

        // Two sheets may not have their columns at the same places; a heading that comes twice counts as two.
        private int[] PlacesOf(SheetRow row)
        {
            var here = new List<(string, int)>();
            return
            [
                .. row.Cells.Select(cell =>
                {
                    var heading = HeadingOf(cell);
                    var key = MatchKey.Of(heading);
                    var named = (key, here.Count(one => one.Item1 == key));
                    here.Add(named);
                    return key.Length == 0 ? -1 : PlaceOf(named, heading);
                }),
            ];
        }

        private int PlaceOf((string Key, int Again) named, string heading)
        {
            var place = known.IndexOf(named);
            if (place >= 0)
            {
                return place;
            }

            Require(known.Count < MostColumns, ImportRules.AnExportIsBounded);
            known.Add(named);
            headings.Add(heading);
            return known.Count - 1;
        }

        private static string HeadingOf(SheetCell cell)
        {
            var written = ImportCell.Of(cell, _ => "").Text;
            var cut = WellFormedText.MayCut(written, LongestHeading) ? LongestHeading : LongestHeading - 1;
            return written.Length > LongestHeading ? written[..cut] : written;
        }

        private ImportCell[] CellsOf(SheetRow row, int[] places)
        {
            var cells = new ImportCell[headings.Count];
            Array.Fill(cells, ImportCell.Empty);
            foreach (var (place, cell) in row.Cells.Take(places.Length).Index())
            {
                if (places[place] < 0 || cell.IsEmpty)
                {
                    continue;
                }

                characters += Math.Min(cell.Text.Length, MaskedText.Longest);
                Require(characters <= MostCharacters, ImportRules.AnExportIsBounded);
                cells[places[place]] = ImportCell.Of(cell, seal);
            }

            return cells;
        }

        private bool IsNoIdentifier(int place)
        {
            var written = rows.Select(row => row[place]).Where(cell => !cell.IsEmpty).ToList();
            return written.Count(cell => cell.Seal is not null) * 2 < written.Count;
        }

        private static string PlaceOf(ImportSheet sheet, SheetRow row)
        {
            var number = row.Number.ToString(CultureInfo.InvariantCulture);
            return sheet.Name is { } name ? $"{PersonalData.Mask(name)}, {number}" : number;
        }
    }
}
