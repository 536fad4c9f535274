using System.Net;
using System.Text;
using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Respond.Feedback;
using Deliberation.Domain.Respond.Feedback.Imports;
using Deliberation.Testing;
using Deliberation.Web.Features.Respond.Feedback;
using Deliberation.Web.Features.Respond.Feedback.Imports;
using Deliberation.Web.Features.Respond.Spreadsheets;
using Deliberation.Web.Tests.Respond.Spreadsheets;
using Microsoft.EntityFrameworkCore;
using UserFeedback = Deliberation.Domain.Respond.Feedback.Feedback;

namespace Deliberation.Web.Tests.Respond.Feedback.Imports;

/// <summary>Exports of « Je donne mon avis »: read masked, line by line, and kept once.</summary>
public sealed class ImportTests(Product product) : IClassFixture<Product>
{
    private const string Address = "/bureau/retours/importer";

    private const string Headings =
        "Date de l'avis,Nom du formulaire,Lien d'intégration,Identifiant Avis,"
        + "\"De façon générale, comment ça s’est passé ?\",Souhaitez-vous nous en dire plus ?\n";

    [Fact]
    public async Task Only_a_moderator_brings_an_export_in_and_only_who_gave_it_sees_it()
    {
        var moderator = await ModeratorAsync();
        var preview = await GiveAsync(moderator, Headings + Line("seen-1"));

        Assert.Equal(HttpStatusCode.OK, preview.Status);
        Assert.Equal("no-store", preview.Response.Headers.CacheControl?.ToString(), ignoreCase: true);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await (await ModeratorAsync()).GoAsync(preview.Address)).Status
        );
        Assert.Equal(HttpStatusCode.Redirect, (await product.Browse().GoAsync(Address)).Status);
        foreach (var other in Enum.GetValues<InstanceRole>().Where(role => role != InstanceRole.Moderator))
        {
            var body = other == InstanceRole.Agent ? (await Given.BodyAsync(product)).Id : (Guid?)null;
            var person = product.Browse(await Given.InInstanceAsync(product, other, body));
            Assert.Equal(HttpStatusCode.Forbidden, (await person.GoAsync(Address)).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await person.GoAsync(preview.Address)).Status);
        }
    }

    [Fact]
    public async Task An_export_is_shown_masked_kept_at_its_own_days_and_never_twice()
    {
        var moderator = await ModeratorAsync();
        var first = await GiveAsync(
            moderator,
            Headings
                + "2025-02-03 08:00:00,F,B,0xaa00001,Pas bien,\"Zèbre : appelez le 06 12 34 56 78 <script>alert(1)</script>\"\n"
                + Line("aa00002")
                + "2025-02-05 08:00:00,F,B,aa00003,Très bien,\n"
        );
        var table = await product.ReadAsync(db =>
            db.Set<KeptTable>().AsNoTracking().OrderByDescending(one => one.ExpiresAt).FirstAsync()
        );
        var unsaid = await moderator.SubmitAsync(first, "#garder");
        var done = await moderator.SubmitAsync(first, "#garder", ("LeaveOut", "true"), ("Part", "Help"));
        var twice = await moderator.SubmitAsync(first, "#garder", ("LeaveOut", "true"));

        Assert.Contains("À garder (2)", first.Words, StringComparison.Ordinal);
        Assert.Contains("Refusés (1)", first.Words, StringComparison.Ordinal);
        Assert.Contains("[numéro de téléphone masqué]", first.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("06 12", first.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", first.Text, StringComparison.Ordinal);
        var kept = Encoding.UTF8.GetString(table.Content);
        Assert.DoesNotContain("06 12", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("06 12", table.Name, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unsaid.Status);
        Assert.Contains(
            "laissées de côté seulement si vous le dites",
            unsaid.Words,
            StringComparison.Ordinal
        ); // ImportRules.ARefusedLineIsLeftOutKnowingly
        Assert.Equal(("2", "0", "1"), Figures(done));
        Assert.Contains("répond à au moins une des questions", done.Words, StringComparison.Ordinal);
        Assert.Equal(("2", "0", "1"), Figures(twice));

        var zebra = Assert.Single(await SayingAsync("zebre"));
        Assert.Equal(
            (Door.JeDonneMonAvis, Mark.Bad, Part.Help, new DateTime(2025, 2, 3, 12, 0, 0)),
            (zebra.Door, zebra.Answers.Mark, zebra.Answers.Part, zebra.ReceivedAt.UtcDateTime)
        );
        Assert.StartsWith("RU-2025-", zebra.Number, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_that_overlap_keep_each_review_once_whatever_became_of_it()
    {
        var moderator = await ModeratorAsync();
        await KeepAsync(moderator, Headings + Line("bb00001", "Girafe une") + Line("bb00002", "Girafe deux"));
        var one = (await SayingAsync("girafe une")).Single();
        await product.SendAsync(new Redact.Command(one.Number, "Girafe", Guid.NewGuid()));

        var done = await KeepAsync(
            moderator,
            Headings
                + Line("0xbb00001", "Girafe une")
                + Line("BB00002", "Girafe deux, autrement dite")
                + Line("bb00003", "Girafe trois")
        );

        Assert.Equal(("1", "2", "0"), Figures(done));
        Assert.Equal(["Girafe deux", "Girafe trois"], (await SayingAsync("girafe")).Select(Text).Order());
    }

    [Fact]
    public async Task Columns_and_words_are_matched_by_hand_once()
    {
        var moderator = await ModeratorAsync();
        string File(string id) => $"N°;Quand;Humeur;Le mot\n{id};05/02/2025;Nickel;Un okapi\n";
        var lost = await GiveAsync(moderator, File("cc00001"));
        var id = lost.Address.Split('?')[0];

        var matched = await moderator.GoAsync($"{id}?colonne=0&colonne=1&colonne=2&colonne=3");
        var said = await moderator.GoAsync($"{id}?colonne=0&colonne=1&colonne=2&colonne=3&sens=5");
        var done = await moderator.SubmitAsync(said, "#garder");
        var next = await GiveAsync(await ModeratorAsync(), File("cc00002"));

        Assert.Contains("Des colonnes manquent", lost.Words, StringComparison.Ordinal);
        Assert.Null(lost.Document.QuerySelector("#garder"));
        Assert.Contains("Refusés (1)", matched.Words, StringComparison.Ordinal);
        Assert.Contains("une de nos cinq notes", matched.Words, StringComparison.Ordinal);
        Assert.Equal(("1", "0", "0"), Figures(done));
        Assert.Contains("À garder (1)", next.Words, StringComparison.Ordinal);
        Assert.Equal(Mark.VeryGood, (await SayingAsync("okapi")).Single().Answers.Mark);
    }

    [Theory]
    [InlineData("?colonne=9&colonne=-7&colonne=2147483647&colonne=0")]
    [InlineData("?colonne=0&sens=1&sens=2")]
    [InlineData("?colonne=x&p=999999999&vue=Refuses")]
    public async Task An_address_made_up_shows_the_preview_or_nothing(string query)
    {
        var moderator = await ModeratorAsync();
        var preview = await GiveAsync(moderator, Headings + Line("dd00001"));

        var page = await moderator.GoAsync(preview.Address.Split('?')[0] + query);

        Assert.True(page.Status is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"{page.Status}");
    }

    [Fact]
    public async Task A_workbook_of_several_years_and_a_text_of_windows_are_read_whole()
    {
        var moderator = await ModeratorAsync();
        string[] headings = ["Review ID", "Review Created At", "Satisfaction", "Verbatim"];
        var workbook = MadeWorkbook.Of(
            [
                MadeWorkbook.Row(1, headings),
                new DocumentFormat.OpenXml.Spreadsheet.Row(
                    MadeWorkbook.Text("A2", "0xee00001"),
                    MadeWorkbook.Number("B2", "45691.5"),
                    MadeWorkbook.Text("C2", "Moyen"),
                    MadeWorkbook.Text("D2", "Un tapir de 2025")
                )
                {
                    RowIndex = 2,
                },
            ],
            hiddenBefore: true
        );
        var windows = Encoding.Latin1.GetBytes(
            "Identifiant Avis;Date de l'avis;Satisfaction;Verbatim\r\nee00002;2025-02-03;Très bien;Un tapir étonné\r\n"
        );

        var first = await KeepAsync(moderator, workbook, "avis.xlsx");
        var preview = await GiveAsync(moderator, windows, "avis.csv");
        var second = await moderator.SubmitAsync(preview, "#garder");

        Assert.Equal(("1", "0", "0"), Figures(first));
        Assert.Contains("vérifiez les accents", preview.Words, StringComparison.Ordinal);
        Assert.Equal(("1", "0", "0"), Figures(second));
        var kept = await SayingAsync("tapir");
        Assert.Equal(["Un tapir de 2025", "Un tapir étonné"], kept.Select(Text).Order());
        Assert.All(
            kept,
            one => Assert.Equal(new DateOnly(2025, 2, 3), DateOnly.FromDateTime(one.ReceivedAt.UtcDateTime))
        );
    }

    [Theory]
    [InlineData("program", "fichier CSV ou XLSX en bon état")]
    [InlineData("words", "nomme ses colonnes")]
    [InlineData("quote", "se ferme par un guillemet")]
    [InlineData("large", "Un tableau pèse au plus 5 Mo")]
    [InlineData("long", "au plus 5 000 avis")]
    [InlineData("bomb", "Un tableau pèse au plus 5 Mo")]
    public async Task What_cannot_be_read_is_said_and_not_kept(string kind, string sentence)
    {
        var person = await Given.InInstanceAsync(product, InstanceRole.Moderator);
        var content = kind switch
        {
            "program" => [0x7F, (byte)'E', (byte)'L', (byte)'F', 0, 0, 0],
            "words" => "Une lettre, pas un tableau."u8.ToArray(),
            "quote" => Encoding.UTF8.GetBytes($"{Headings}2026-01-02,\"a,b\n"),
            "long" => Encoding.UTF8.GetBytes(
                Headings + string.Concat(Enumerable.Range(0, 5_001).Select(line => Line($"{line}a")))
            ),
            "bomb" => Bomb(),
            _ => new byte[6 * 1024 * 1024],
        };

        var page = await GiveAsync(product.Browse(person), content, "avis.xlsx");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(sentence, page.Words, StringComparison.Ordinal);
        Assert.Equal(
            0,
            await product.ReadAsync(db => db.Set<KeptTable>().CountAsync(table => table.By == person))
        );
    }

    [Fact]
    public async Task A_table_of_answers_is_no_export()
    {
        var person = await Given.InInstanceAsync(product, InstanceRole.Moderator);
        var table = new KeptTable
        {
            Id = Guid.CreateVersion7(),
            By = person,
            Name = "",
            Content = Given.Table(),
            ExpiresAt = TimeProvider.System.GetUtcNow().AddMinutes(5),
        };
        await product.KeepAsync(table);

        var page = await product.Browse(person).GoAsync($"{Address}/{table.Id}");

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
    }

    [Fact]
    public async Task Two_thousand_reviews_are_kept_in_one_go_and_speak_English_too()
    {
        var moderator = await ModeratorAsync();
        var lines = Enumerable.Range(0, 2_000).Select(line => Line($"ff{line:00000}", $"Narval {line}"));
        var clock = System.Diagnostics.Stopwatch.StartNew();

        var done = await KeepAsync(moderator, Headings + string.Concat(lines));
        var english = await moderator.GoAsync($"{done.Address}?langue=en");

        Assert.Equal(("2000", "0", "0"), Figures(done));
        Assert.Equal("The import is done", english.Heading);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"{clock.Elapsed}");
    }

    private static string Line(string id, string text = "Un avis ordinaire.") =>
        $"2025-02-04 09:00:00,F,B,{id},Moyen,\"{text}\"\n";

    private static string Text(UserFeedback feedback) => feedback.Answers.Text.Value;

    private static byte[] Bomb()
    {
        using var made = new MemoryStream();
        using (
            var zip = new System.IO.Compression.ZipArchive(made, System.IO.Compression.ZipArchiveMode.Create)
        )
        using (var part = zip.CreateEntry("xl/workbook.xml").Open())
        {
            part.Write(new byte[60 * 1024 * 1024]);
        }

        return made.ToArray();
    }

    private static (string Kept, string Known, string LeftOut) Figures(Page page)
    {
        var figures = page
            .Document.QuerySelectorAll("#bilan dd")
            .Select(one => one.TextContent.Trim())
            .ToList();
        return figures.Count == 3 ? (figures[0], figures[1], figures[2]) : (page.Words, "", "");
    }

    private Task<List<UserFeedback>> SayingAsync(string words) =>
        product.ReadAsync(db =>
            db.Set<UserFeedback>().AsNoTracking().Where(one => one.Keywords.Contains(words)).ToListAsync()
        );

    private async Task<Browser> ModeratorAsync() =>
        product.Browse(await Given.InInstanceAsync(product, InstanceRole.Moderator));

    private static Task<Page> GiveAsync(Browser moderator, string text) =>
        GiveAsync(moderator, Encoding.UTF8.GetBytes(text), "avis 06 12 34 56 78.csv");

    private static async Task<Page> GiveAsync(Browser moderator, byte[] content, string name) =>
        await moderator.GiveFileAsync(
            await moderator.GoAsync(Address),
            "#export",
            "Data.File",
            (name, content)
        );

    private static Task<Page> KeepAsync(Browser moderator, string text) =>
        KeepAsync(moderator, Encoding.UTF8.GetBytes(text), "avis.csv");

    private static async Task<Page> KeepAsync(Browser moderator, byte[] content, string name) =>
        await moderator.SubmitAsync(await GiveAsync(moderator, content, name), "#garder");
}
