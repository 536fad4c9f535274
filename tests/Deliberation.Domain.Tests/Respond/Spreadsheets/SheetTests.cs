using Deliberation.Domain.Respond.Spreadsheets;

namespace Deliberation.Domain.Tests.Respond.Spreadsheets;

public sealed class SheetTests
{
    private const string Headings = "Référence;Statut;Raison\n";

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("Statut;Raison\nRefusée;Trop cher")]
    [InlineData("un texte qui n’est pas un tableau")]
    public void The_first_line_names_the_columns(string text) =>
        RuleAssert.Breaks(SheetRules.ASheetHasHeadings, () => Read(text));

    [Fact]
    public void Each_column_comes_once() =>
        RuleAssert.Breaks(SheetRules.AColumnComesOnce, () => Read("Référence;Statut;Raison;status\n"));

    [Theory]
    [InlineData(Sheet.MostLines, true)]
    [InlineData(Sheet.MostLines + 1, false)]
    [InlineData(50_000, false)]
    public void A_table_has_so_many_lines_at_most(int lines, bool isRead)
    {
        var text = Headings + string.Concat(Enumerable.Repeat("P1;a;b\n", lines));

        if (isRead)
        {
            Assert.Equal(lines, Read(text).Lines.Count);
        }
        else
        {
            RuleAssert.Breaks(SheetRules.ASheetIsBounded, () => Read(text));
        }
    }

    [Fact]
    public void A_table_has_so_many_columns_at_most() =>
        RuleAssert.Breaks(SheetRules.ASheetIsBounded, () => Read($"{Headings}{new string(';', 200)}\n"));

    [Theory]
    [InlineData("Référence;Statut;Raison;Note\r\nP1;\"a;b\";\"deux\r\n\"\"lignes\"\"\";x\r\n")]
    [InlineData("Note,Raison,Statut,Référence\nx,\"deux\r\n\"\"lignes\"\"\",a;b,P1")]
    [InlineData("reference\tstatus\treason\tnote\nP1\ta;b\t\"deux\r\n\"\"lignes\"\"\"\tx")]
    [InlineData("sep=,\nreference,status,reason,note\nP1,a;b,\"deux\r\n\"\"lignes\"\"\",x")]
    public void Columns_come_in_any_order_between_any_usual_separators(string text)
    {
        var sheet = Read(text);

        var line = Assert.Single(sheet.Lines);
        Assert.Equal(
            ("P1", "a;b", "deux\r\n\"lignes\""),
            (line.Text(SheetColumn.Reference), line.Text(SheetColumn.Status), line.Text(SheetColumn.Reason))
        );
        Assert.Equal("note", Assert.Single(sheet.Ignored), ignoreCase: true);
    }

    [Fact]
    public void A_quote_that_opens_a_cell_is_closed() =>
        RuleAssert.Breaks(SheetRules.AQuoteIsClosed, () => Read($"{Headings}P1;a;\"une raison\nP2;b;c\n"));

    [Fact]
    public void Empty_lines_count_for_nothing_but_keep_their_numbers() =>
        Assert.Equal(4, Assert.Single(Read($"{Headings};;\n\nP1;a;b\n").Lines).Number);

    [Theory]
    [InlineData(CellKind.Number, "46086", false, "2026-03-05")]
    [InlineData(CellKind.Number, "44624", true, "2026-03-05")]
    [InlineData(CellKind.Number, "-1", false, null)]
    [InlineData(CellKind.Number, "99999999", true, null)]
    [InlineData(CellKind.Text, "2026-03-05", false, "2026-03-05")]
    [InlineData(CellKind.Text, " 5/3/2026 ", false, "2026-03-05")]
    [InlineData(CellKind.Text, "2026-03-05 00:00:00", false, "2026-03-05")]
    [InlineData(CellKind.Text, "mars 2026", false, null)]
    [InlineData(CellKind.Text, "31/02/2026", false, null)]
    public void A_date_is_written_in_full_or_counted_in_days(
        CellKind kind,
        string text,
        bool from1904,
        string? day
    ) =>
        Assert.Equal(
            day,
            SheetDate
                .Read(new SheetCell(text, kind, from1904))
                ?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)
        );

    [Theory]
    [InlineData(0, "A1")]
    [InlineData(25, "Z1")]
    [InlineData(26, "AA1")]
    [InlineData(199, "GR1")]
    public void A_cell_is_named_as_spreadsheets_name_it(int column, string place) =>
        Assert.Equal(place, SheetRow.Place(column, 1));

    private static Sheet Read(string text) => Sheet.Read(DelimitedText.Read(text));
}
