using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Deliberation.Domain;
using Deliberation.Domain.Respond.Spreadsheets;
using Deliberation.Web.Features.Respond.Spreadsheets;
using DocumentFormat.OpenXml.Spreadsheet;
using Sheet = Deliberation.Domain.Respond.Spreadsheets.Sheet;

namespace Deliberation.Web.Tests.Respond.Spreadsheets;

/// <summary>Workbooks as spreadsheets write them, and as somebody might write one to harm.</summary>
public sealed class WorkbookReaderTests
{
    private static readonly string[] Headings = ["Référence", "Statut", "Raison", "Prochaine mise à jour"];

    [Fact]
    public void Texts_numbers_and_days_are_read_wherever_they_stand()
    {
        var file = MadeWorkbook.Of(
            [
                MadeWorkbook.Row(1, Headings),
                MadeWorkbook.Row(4, "P1", "", "Une raison"),
                MadeWorkbook.Row(7, "P2"),
            ],
            sheet =>
            {
                var row = sheet.Elements<Row>().ElementAt(1);
                row.Append(MadeWorkbook.Number("D4", "46086"), MadeWorkbook.Truth("F4"));
            }
        );

        var (rows, name) = WorkbookReader.Read(file);

        Assert.Null(name);
        Assert.Equal([1, 4, 7], rows.Select(row => row.Number));
        Assert.Equal(
            [
                new("P1"),
                SheetCell.Empty,
                new("Une raison"),
                new SheetCell("46086", CellKind.Number),
                SheetCell.Empty,
                new("VRAI"),
            ],
            rows[1].Cells
        );
    }

    [Fact]
    public void Shared_texts_and_days_counted_from_1904_are_read()
    {
        var file = MadeWorkbook.Of(
            [
                MadeWorkbook.Row(1, Headings),
                new Row(MadeWorkbook.Shared("A2", 1), MadeWorkbook.Number("D2", "44624")) { RowIndex = 2 },
            ],
            countsFrom1904: true,
            shared: ["pas celui-ci", "P1"]
        );

        var line = Assert.Single(Sheet.Read(WorkbookReader.Read(file).Rows).Lines);

        Assert.Equal("P1", line.Text(SheetColumn.Reference));
        Assert.Equal(new DateOnly(2026, 3, 5), SheetDate.Read(WorkbookReader.Read(file).Rows[1].Cells[3]));
    }

    [Fact]
    public void Formulas_failed_computations_merged_cells_and_hidden_lines_are_told()
    {
        var file = MadeWorkbook.Of(
            [
                MadeWorkbook.Row(1, Headings),
                new Row(
                    MadeWorkbook.Text("A2", "P1"),
                    new Cell
                    {
                        CellReference = "B2",
                        CellFormula = new CellFormula("HYPERLINK(\"https://example.org\")"),
                        CellValue = new CellValue("declined"),
                    },
                    new Cell
                    {
                        CellReference = "C2",
                        DataType = CellValues.Error,
                        CellValue = new CellValue("#REF!"),
                    }
                )
                {
                    RowIndex = 2,
                    Hidden = true,
                },
                MadeWorkbook.Row(3, "P2", "declined", "Une raison"),
            ],
            sheet => sheet.InsertAfterSelf(new MergeCells(new MergeCell { Reference = "C3:D9" }))
        );

        var (rows, _) = WorkbookReader.Read(file);

        Assert.Equal(
            [CellKind.Text, CellKind.Formula, CellKind.Error],
            rows[1].Cells.Select(cell => cell.Kind)
        );
        Assert.True(rows[1].IsHidden);
        Assert.Equal(
            [CellKind.Text, CellKind.Text, CellKind.Merged, CellKind.Merged],
            rows[2].Cells.Select(cell => cell.Kind)
        );
    }

    [Fact]
    public void Of_several_sheets_the_first_visible_one_is_read()
    {
        var (rows, name) = WorkbookReader.Read(
            MadeWorkbook.Of([MadeWorkbook.Row(1, "Celle-ci")], hiddenBefore: true)
        );

        Assert.Equal(("Suivi", "Celle-ci"), (name, Assert.Single(rows).Cells[0].Text));
    }

    [Fact]
    public void Fifty_thousand_lines_stop_being_read_after_the_first_too_many()
    {
        var file = MadeWorkbook.Of([
            MadeWorkbook.Row(1, Headings),
            .. Enumerable
                .Range(2, 50_000)
                .Select(number => MadeWorkbook.Row(number, "P1", "declined", "Une raison")),
        ]);

        var clock = Stopwatch.StartNew();
        var (rows, _) = WorkbookReader.Read(file);

        Assert.Equal(Sheet.MostLines + 2, rows.Count);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), $"{clock.Elapsed}");
    }

    [Fact]
    public void A_cell_far_to_the_right_makes_a_table_too_wide() =>
        Breaks(
            SheetRules.ASheetIsBounded,
            MadeWorkbook.Of([
                MadeWorkbook.Row(1, Headings),
                new Row(MadeWorkbook.Text("XFD2", "x")) { RowIndex = 2 },
            ])
        );

    [Fact]
    public void A_bomb_is_not_unpacked() =>
        Breaks(SheetRules.AFileIsSmall, Zip(("xl/workbook.xml", new string(' ', 60 * 1024 * 1024))));

    [Fact]
    public void Nor_is_one_of_countless_parts() =>
        Breaks(
            SheetRules.AFileIsSmall,
            Zip([.. Enumerable.Range(0, 1_001).Select(number => ($"xl/{number}.xml", ""))])
        );

    [Theory]
    [InlineData(
        "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><worksheet><sheetData><row><c t=\"str\"><v>&b;</v></c></row></sheetData></worksheet>"
    )]
    [InlineData(
        "<worksheet><sheetData><row r=\"2\"><c><v>1</v></c></row><row r=\"1\"><c><v>1</v></c></row></sheetData></worksheet>"
    )]
    [InlineData("<worksheet><sheetData><row><c t=\"s\"><v>7</v></c></row></sheetData></worksheet>")]
    [InlineData("<worksheet><sheetData><row>")]
    public void A_sheet_that_is_not_well_made_cannot_be_read(string sheet) =>
        Breaks(SheetRules.AFileCanBeRead, Book(sheet));

    [Fact]
    public void A_sheet_elsewhere_is_never_fetched() =>
        Breaks(
            SheetRules.AFileCanBeRead,
            Book("<worksheet/>", target: "https://example.org/sheet.xml\" TargetMode=\"External")
        );

    [Fact]
    public void A_zip_of_something_else_cannot_be_read() =>
        Breaks(SheetRules.AFileCanBeRead, Zip(("word/document.xml", "<document/>")));

    [Fact]
    public void A_workbook_cut_short_cannot_be_read()
    {
        var whole = MadeWorkbook.Of([MadeWorkbook.Row(1, Headings)]);

        Breaks(SheetRules.AFileCanBeRead, whole[..(whole.Length / 2)]);
    }

    [Fact]
    public void Blocks_that_overlap_without_end_are_refused()
    {
        var blocks = string.Concat(Enumerable.Repeat("<mergeCell ref=\"A1:GR5000\"/>", 9_000));
        var rows = string.Concat(Enumerable.Repeat("<row><c><v>1</v></c></row>", 1_000));

        Breaks(
            SheetRules.ACellStandsAlone,
            Book($"<worksheet><sheetData>{rows}</sheetData><mergeCells>{blocks}</mergeCells></worksheet>")
        );
    }

    private static void Breaks(Rule rule, byte[] file) =>
        Assert.Equal(rule, Assert.Throws<RuleBroken>(() => Sheet.Read(WorkbookReader.Read(file).Rows)).Rule);

    private static byte[] Book(string sheet, string target = "sheet.xml") =>
        Zip(
            (
                "_rels/.rels",
                "<r><Relationship Id=\"a\" Type=\"x/officeDocument\" Target=\"/xl/book.xml\"/></r>"
            ),
            (
                "xl/book.xml",
                "<workbook xmlns:r=\"urn:r\"><sheets><sheet name=\"S\" r:id=\"b\"/></sheets></workbook>"
            ),
            (
                "xl/_rels/book.xml.rels",
                $"<r><Relationship Id=\"b\" Type=\"x/worksheet\" Target=\"{target}\"/></r>"
            ),
            ("xl/sheet.xml", sheet)
        );

    private static byte[] Zip(params (string Path, string Text)[] parts)
    {
        using var made = new MemoryStream();
        using (var zip = new ZipArchive(made, ZipArchiveMode.Create))
        {
            foreach (var (path, text) in parts)
            {
                using var part = zip.CreateEntry(path).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return made.ToArray();
    }
}
