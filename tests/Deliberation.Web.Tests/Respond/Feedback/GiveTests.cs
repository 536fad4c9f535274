using System.Net;
using System.Text;
using Deliberation.Domain.Assemble.Membership;
using Deliberation.Testing;
using Deliberation.Web.Features.Respond.Feedback;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using UserFeedback = Deliberation.Domain.Respond.Feedback.Feedback;

namespace Deliberation.Web.Tests.Respond.Feedback;

public sealed class GiveTests(Product product) : IClassFixture<Product>
{
    private const string Phone = "06 98 76 54 32";

    [Fact]
    public async Task Someone_gives_feedback_without_account_cookie_or_script()
    {
        var browser = product.Browse();
        var preview = await GiveForm.AllAsync(browser, text: $"Rappelez-moi au {Phone}, personne ne répond.");

        Assert.Equal("Relire et envoyer", preview.Heading);
        Assert.Contains("[numéro de téléphone masqué]", preview.Words, StringComparison.Ordinal);
        var thanks = await browser.SubmitAsync(preview, GiveForm.Id);
        Assert.Equal("Votre retour est enregistré", thanks.Heading);
        Assert.Matches("^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$", GiveForm.CodeOf(thanks));
        Assert.False(preview.Response.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task An_author_keeps_a_doubtful_word_and_a_moderator_hides_it_again()
    {
        var browser = product.Browse();
        var preview = await GiveForm.AllAsync(
            browser,
            text: $"Le docteur Bidulotron plante. Appelez le {Phone}."
        );
        Assert.Contains("[probable nom masqué]", preview.Words, StringComparison.Ordinal);
        Assert.Single(preview.Document.QuerySelectorAll("#doutes li"));

        preview = await browser.SubmitAsync(preview, GiveForm.Id, ("Keep", "Bidulotron"));
        preview = await browser.SubmitAsync(preview, GiveForm.Id, ("Keep", Phone));
        Assert.Contains("Le docteur Bidulotron plante", preview.Words, StringComparison.Ordinal);
        Assert.Contains("[numéro de téléphone masqué]", preview.Words, StringComparison.Ordinal);
        await browser.SubmitAsync(preview, GiveForm.Id);

        var kept = await product.ReadAsync(db =>
            db.Set<UserFeedback>().AsNoTracking().FirstAsync(f => f.Keywords.Contains("bidulotron"))
        );
        Assert.DoesNotContain(Phone, kept.Answers.Text.Value, StringComparison.Ordinal);
        var moderator = product.Browse(await Given.InInstanceAsync(product, InstanceRole.Moderator));
        var desk = await moderator.GoAsync($"/bureau/retours/{kept.Number}");
        desk = await moderator.SubmitAsync(desk, "form.garde", ("Words", "Bidulotron"));
        Assert.DoesNotContain("Bidulotron", desk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_that_identifies_is_on_disk()
    {
        var browser = product.Browse();
        var preview = await GiveForm.AllAsync(
            browser,
            text: $"Appelez le {Phone} ou zoe.kermarrec@example.org",
            suggestion: "Mon numéro est le 2 85 05 78 006 084 91"
        );
        await browser.SubmitAsync(preview, GiveForm.Id);

        foreach (var file in await DiskAsync())
        {
            Assert.DoesNotContain(Phone, file, StringComparison.Ordinal);
            Assert.DoesNotContain("0698765432", file, StringComparison.Ordinal);
            Assert.DoesNotContain("kermarrec", file, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("006 084", file, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_code_is_not_on_disk()
    {
        var receipt = await Given.FeedbackAsync(product);

        foreach (var file in await DiskAsync())
        {
            Assert.DoesNotContain(receipt.Code, file, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(receipt.Code.Replace("-", ""), file, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task A_second_click_keeps_one_feedback_and_gives_the_same_code()
    {
        var browser = product.Browse();
        var preview = await GiveForm.AllAsync(browser, text: "Je clique deux fois.");

        var first = await browser.SubmitAsync(preview, GiveForm.Id);
        var second = await browser.SubmitAsync(preview, GiveForm.Id);

        Assert.Equal(GiveForm.CodeOf(first), GiveForm.CodeOf(second));
        Assert.Equal(1, await CountAsync("je clique deux fois"));
    }

    [Fact]
    public async Task Thirty_clicks_at_once_keep_one_feedback()
    {
        var browser = product.Browse();
        var preview = await GiveForm.AllAsync(browser, text: "Je clique trente fois.");

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 30).Select(_ => browser.SendAsync(preview, GiveForm.Id))
        );

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.Status));
        Assert.Equal(1, await CountAsync("je clique trente fois"));
    }

    [Fact]
    public async Task Going_back_after_sending_says_that_it_was_sent()
    {
        var browser = product.Browse();
        var preview = await GiveForm.AllAsync(browser, text: "Un premier récit.");
        await browser.SubmitAsync(preview, GiveForm.Id);

        var again = await browser.SubmitAsync(preview, GiveForm.Id, ("Go", "recit"));
        var changed = await browser.SubmitAsync(again, GiveForm.Id, ("Answer", "Un autre récit."));
        var refused = await browser.SubmitAsync(changed, GiveForm.Id);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("déjà été envoyé", refused.Words, StringComparison.Ordinal);
        Assert.Contains("Un autre récit.", refused.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Correcting_one_answer_comes_back_to_the_preview()
    {
        var browser = product.Browse();
        var preview = await GiveForm.AllAsync(browser, text: "À corriger.");

        var question = await browser.SubmitAsync(preview, GiveForm.Id, ("Go", "recit"));
        var back = await browser.SubmitAsync(question, GiveForm.Id, ("Answer", "Corrigé."));

        Assert.Equal("Que s’est-il passé ?", question.Heading);
        Assert.Equal("Relire et envoyer", back.Heading);
        Assert.Contains("Corrigé.", back.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_required_answer_is_asked_again()
    {
        var browser = product.Browse();

        var page = await browser.SubmitAsync(await browser.GoAsync("/retours/donner"), GiveForm.Id);

        Assert.Contains("Choisissez une réponse.", page.Words, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector(".error-summary a[href='#Answer']"));
    }

    [Fact]
    public async Task The_mark_is_asked_in_five_words_each_with_a_face_of_its_own()
    {
        var page = await product.Browse().GoAsync("/retours/donner");

        var choices = page.Document.QuerySelectorAll("label.choice").ToList();
        Assert.Equal(
            ["Très mauvais", "Mauvais", "Moyen", "Bon", "Très bon"],
            choices.Select(choice => choice.TextContent.Trim())
        );
        var faces = choices.Select(choice => choice.QuerySelector("svg[aria-hidden=true]")!.InnerHtml);
        Assert.Equal(5, faces.Distinct().Count());
    }

    [Fact]
    public async Task Emergency_numbers_come_first()
    {
        var page = await product.Browse().GoAsync("/retours/donner");

        foreach (var number in new[] { "15", "112", "114", "3114" })
        {
            Assert.NotNull(page.Document.QuerySelector($"main a[href$=':{number}']"));
        }
    }

    [Fact]
    public async Task A_feedback_without_words_is_explained_and_kept_in_the_form()
    {
        var browser = product.Browse();
        var preview = await GiveForm.AllAsync(browser, text: "");

        var refused = await browser.SubmitAsync(preview, GiveForm.Id);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("au moins une des questions", refused.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_form_speaks_English()
    {
        var browser = product.Browse();

        var page = await browser.GoAsync("/retours/donner?langue=en");
        var second = await browser.SubmitAsync(page, GiveForm.Id, ("Answer", "Bad"));

        Assert.Equal("How do you find your health space?", page.Heading);
        Assert.Equal("What do you want to talk about?", second.Heading);
    }

    private Task<int> CountAsync(string words) =>
        product.ReadAsync(db =>
            db.Set<UserFeedback>().CountAsync(feedback => feedback.Keywords.Contains(words))
        );

    /// <summary>Everything the product has written, byte for byte; the rows when the disk is PostgreSQL's.</summary>
    private async Task<IReadOnlyList<string>> DiskAsync()
    {
        if (Product.IsPostgres)
        {
            return await product.ReadAsync(db =>
                db.Database.SqlQueryRaw<string>("""SELECT f::text AS "Value" FROM "Feedbacks" f""")
                    .ToListAsync()
            );
        }

        var texts = new List<string>();
        foreach (var file in Directory.EnumerateFiles(product.DataFolder, "*", SearchOption.AllDirectories))
        {
            await using var stream = new FileStream(
                file,
                FileMode.Open,
                FileAccess.Read,
                FileShare.ReadWrite
            );
            using var reader = new StreamReader(stream, Encoding.UTF8);
            texts.Add(await reader.ReadToEndAsync());
        }

        Assert.Contains(texts, text => text.Contains("masqué]", StringComparison.Ordinal) || texts.Count > 1);
        return texts;
    }
}
