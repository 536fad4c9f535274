using Deliberation.Domain.Respond.Feedback;
using Deliberation.Domain.Respond.Feedback.Imports;
using Deliberation.Domain.Respond.Spreadsheets;

namespace Deliberation.Domain.Tests.Respond.Feedback.Imports;

/// <summary>Exports of « Je donne mon avis », as it writes them and as somebody might write one to harm.</summary>
public sealed class ImportTests
{
    private const string Headings =
        "Date de l'avis,Nom du formulaire,Lien d'intégration,Identifiant Avis,"
        + "\"De façon générale, comment ça s’est passé ?\",Souhaitez-vous nous en dire plus ?\n";

    private static readonly DateOnly Today = new(2026, 11, 23);

    [Theory]
    [InlineData(Headings + "2026-03-04 10:22:33,Formulaire,Bouton,1a2b3c4,Très bien,Tout est clair.")]
    [InlineData(
        "Review ID;Review Created At;\"De façon générale, comment ça s'est passé ? \";Souhaitez-vous nous en dire plus ?\n0x1a2b3c4;04/03/2026 10:22;Très bien;Tout est clair."
    )]
    [InlineData(
        "Verbatim\tSatisfaction\tDate de l’avis\tREVIEW ID\nTout est clair.\tTrès bien\t2026-03-04\t1A2B3C4"
    )]
    public void The_columns_of_old_and_new_exports_are_known(string text)
    {
        var read = Assert.Single(Read(text));

        Assert.Empty(read.Flaws);
        Assert.Equal(
            ("<1a2b3c4>", new DateOnly(2026, 3, 4), Mark.VeryGood, "Tout est clair."),
            (read.Seal, read.Day, read.Mark, read.Text.Value)
        );
    }

    [Fact]
    public void Every_cell_is_masked_while_it_is_read_whatever_its_column()
    {
        var table = Table(
            Headings
                + "2026-03-04,Appelez le 06 12 34 56 78,zoe@exemple.fr,1a2b3c4,Bien,Mon NIR : 1 85 05 78 006 084 91\n"
        );

        var kept = string.Join('\n', table.Rows.SelectMany(row => row.Cells).Select(cell => cell.Text));
        Assert.DoesNotContain("06 12", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("zoe@", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("1 85 05", kept, StringComparison.Ordinal);
        Assert.Contains("masqué", kept, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_a_column_of_identifiers_keeps_what_stands_for_them()
    {
        var table = Table(
            "Identifiant Avis,Autre\n" + "1a2b3c4,0612345678\n1a2b3c5,bonjour\n1a2b3c6,bonsoir\n1a2b3c7,non\n"
        );

        Assert.All(table.Rows, row => Assert.NotNull(row[0].Seal));
        Assert.All(table.Rows, row => Assert.Null(row[1].Seal));
    }

    [Theory]
    [InlineData("2026-03-04,,,,Bien,x", "imports.id")]
    [InlineData("2026-03-04,,,1 a,Bien,x", "imports.id")]
    [InlineData("hier,,,1a,Bien,x", "sheets.date")]
    [InlineData(",,,1a,Bien,x", "sheets.date")]
    [InlineData("2026-11-24,,,1a,Bien,x", "imports.past-day")]
    [InlineData("1999-01-01,,,1a,Bien,x", "imports.past-day")]
    [InlineData("2026-03-04,,,1a,Formidable,x", "imports.mark")]
    [InlineData("2026-03-04,,,1a,,x", "imports.mark")]
    [InlineData("2026-03-04,,,1a,Bien,", "feedback.says-something")]
    [InlineData("2026-03-04,,,1a,Bien,a\0b", "feedback.text-is-well-formed")]
    public void A_line_that_cannot_be_kept_says_which_column_and_why(string line, string code)
    {
        // Another line is sound, so that the column of identifiers is known for one.
        var read = Read(Headings + line + "\n2026-03-04,,,99zz,Bien,Bonjour\n");

        Assert.Equal(code, Assert.Single(read[0].Flaws).Rule.Code);
        Assert.Empty(read[1].Flaws);
    }

    [Fact]
    public void A_million_characters_are_one_refused_line()
    {
        var read = Read($"{Headings}2026-03-04,,,1a,Bien,{new string('9', 1_000_000)}\n");

        var flaw = Assert.Single(Assert.Single(read).Flaws);
        Assert.Equal(FeedbackRules.AnAnswerHasALimit, flaw.Rule);
        Assert.Null(flaw.Written);
    }

    [Fact]
    public void A_formula_and_a_merged_cell_are_not_read()
    {
        var sheet = new ImportSheet(
            null,
            [
                new SheetRow(
                    1,
                    [new("Review ID"), new("Date de l'avis"), new("Satisfaction"), new("Verbatim")]
                ),
                new SheetRow(
                    2,
                    [
                        new("1a"),
                        new("46086", CellKind.Number),
                        new("Bien", CellKind.Merged),
                        new("=HYPERLINK(1)", CellKind.Formula),
                    ]
                ),
            ]
        );

        var line = Assert.Single(Read([sheet]));

        Assert.Equal(new DateOnly(2026, 3, 5), line.Day);
        Assert.Equal(
            [SheetRules.ACellStandsAlone, SheetRules.ACellIsWrittenOut],
            line.Flaws.Select(flaw => flaw.Rule)
        );
    }

    [Fact]
    public void An_identifier_that_comes_twice_is_refused_the_second_time()
    {
        var read = Read(Headings + "2026-03-04,,,0x1a,Bien,Un\n2026-03-04,,,1A,Bien,Deux\n");

        Assert.Empty(read[0].Flaws);
        Assert.Equal(ImportRules.ANoticeComesOnce, Assert.Single(read[1].Flaws).Rule);
    }

    [Fact]
    public void The_sheets_of_several_years_are_one_export_wherever_their_columns_stand()
    {
        var read = Read([
            new ImportSheet(
                "2025",
                Rows("Review ID;Date;Satisfaction;Verbatim;Date de l'avis\n1a;;Bien;Un;2025-01-02")
            ),
            new ImportSheet(
                "2026",
                Rows("Verbatim;Date de l'avis;Satisfaction;Review ID\nDeux;2026-01-02;Moyen;2b")
            ),
        ]);

        Assert.Equal(["2025, 2", "2026, 2"], read.Select(line => line.Place));
        Assert.All(read, line => Assert.Empty(line.Flaws));
        Assert.Equal(["Un", "Deux"], read.Select(line => line.Text.Value));
    }

    [Fact]
    public void The_old_question_and_the_new_one_side_by_side_are_one_column()
    {
        var read = Read(
            "Review ID;Date de l'avis;Satisfaction;satisfaction ;Verbatim\n1a;2026-01-02;;Bien;Un\n2b;2026-01-02;Moyen;;Deux"
        );

        Assert.Equal([Mark.Good, Mark.Average], read.Select(line => line.Mark));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Identifiant Avis;Satisfaction")]
    [InlineData(" ; ;\na;b;c")]
    public void A_file_without_headings_or_lines_is_no_export(string text) =>
        RuleAssert.Breaks(ImportRules.AnExportHasHeadings, () => Table(text));

    [Fact]
    public void An_export_is_bounded_in_lines_columns_and_characters()
    {
        var wide = string.Join(';', Enumerable.Range(0, 61).Select(column => $"c{column}"));
        var tall = Headings + string.Concat(Enumerable.Repeat("2026-01-02,,,1a,Bien,x\n", 5_001));
        var heavy = new ImportSheet(
            null,
            [
                .. Enumerable
                    .Range(1, 1_600)
                    .Select(row => new SheetRow(row, [new("Verbatim"), new(new string('a', 4_000))])),
            ]
        );

        RuleAssert.Breaks(ImportRules.AnExportIsBounded, () => Table($"{wide}\n{wide}"));
        RuleAssert.Breaks(ImportRules.AnExportIsBounded, () => Table(tall));
        RuleAssert.Breaks(ImportRules.AnExportIsBounded, () => ImportTable.Read([heavy], id => id));
    }

    [Fact]
    public void Nothing_is_read_before_every_column_is_known()
    {
        var table = Table("N°;Jour;Humeur;Mot\n1a;2026-01-02;Bien;Bonjour");
        var guessed = ImportPlan.Of(table, ImportWords.Usual);

        RuleAssert.Breaks(ImportRules.AnExportIsUnderstood, () => guessed.Read(table, Today));

        var learnt = ImportWords.Usual.With(
            [
                new("n", ImportColumn.Id),
                new("jour", ImportColumn.Day),
                new("humeur", ImportColumn.Satisfaction),
                new("mot", ImportColumn.Comment),
            ],
            [new("bien", Mark.VeryGood)]
        );
        var line = Assert.Single(ImportPlan.Of(table, learnt).Read(table, Today));
        Assert.Equal((Mark.VeryGood, "Bonjour"), (line.Mark, line.Text.Value));
    }

    [Fact]
    public void The_words_of_the_satisfaction_are_listed_once_and_are_few()
    {
        var lines = string.Concat(
            Enumerable.Range(0, 100).Select(line => $"{line}a;2026-01-02;Mot {line / 2};x\n")
        );
        var table = Table($"Review ID;Date de l'avis;Satisfaction;Verbatim\n{lines}");

        var words = ImportPlan.Of(table, ImportWords.Usual).Written(table);

        Assert.Equal(ImportPlan.MostWords, words.Count);
        Assert.Equal(["Mot 0", "Mot 1"], words.Take(2));
    }

    private static IReadOnlyList<ImportLine> Read(string text) => Read([new ImportSheet(null, Rows(text))]);

    private static IReadOnlyList<ImportLine> Read(IEnumerable<ImportSheet> sheets)
    {
        var table = ImportTable.Read(sheets, id => $"<{id}>");
        return ImportPlan.Of(table, ImportWords.Usual).Read(table, Today);
    }

    private static ImportTable Table(string text) =>
        ImportTable.Read([new ImportSheet(null, Rows(text))], id => $"<{id}>");

    private static IEnumerable<SheetRow> Rows(string text) => DelimitedText.Read(text);
}
