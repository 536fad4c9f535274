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
    private const string Form = "form#retour";
    private const string Phone = "06 98 76 54 32";

    [Fact]
    public async Task Someone_gives_feedback_without_account_cookie_or_script()
    {
        var browser = product.Browse();
        var preview = await AnswerAllAsync(browser, text: $"Rappelez-moi au {Phone}, personne ne répond.");

        Assert.Equal("Relire et envoyer", preview.Heading);
        Assert.Contains("[numéro de téléphone masqué]", preview.Words, StringComparison.Ordinal);
        var thanks = await browser.SubmitAsync(preview, Form);
        Assert.Equal("Votre retour est enregistré", thanks.Heading);
        Assert.Matches("^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$", CodeOf(thanks));
        Assert.False(preview.Response.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task An_author_keeps_a_doubtful_word_and_a_moderator_hides_it_again()
    {
        var browser = product.Browse();
        var preview = await AnswerAllAsync(
            browser,
            text: $"Le docteur Bidulotron plante. Appelez le {Phone}."
        );
        Assert.Contains("[probable nom masqué]", preview.Words, StringComparison.Ordinal);
        Assert.Single(preview.Document.QuerySelectorAll("#doutes li"));

        preview = await browser.SubmitAsync(preview, Form, ("Keep", "Bidulotron"));
        preview = await browser.SubmitAsync(preview, Form, ("Keep", Phone));
        Assert.Contains("Le docteur Bidulotron plante", preview.Words, StringComparison.Ordinal);
        Assert.Contains("[numéro de téléphone masqué]", preview.Words, StringComparison.Ordinal);
        await browser.SubmitAsync(preview, Form);

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
        var preview = await AnswerAllAsync(
            browser,
            text: $"Appelez le {Phone} ou zoe.kermarrec@example.org",
            suggestion: "Mon numéro est le 2 85 05 78 006 084 91"
        );
        await browser.SubmitAsync(preview, Form);

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
        var preview = await AnswerAllAsync(browser, text: "Je clique deux fois.");

        var first = await browser.SubmitAsync(preview, Form);
        var second = await browser.SubmitAsync(preview, Form);

        Assert.Equal(CodeOf(first), CodeOf(second));
        Assert.Equal(1, await CountAsync("je clique deux fois"));
    }

    [Fact]
    public async Task Thirty_clicks_at_once_keep_one_feedback()
    {
        var browser = product.Browse();
        var preview = await AnswerAllAsync(browser, text: "Je clique trente fois.");

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 30).Select(_ => browser.SendAsync(preview, Form))
        );

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.Status));
        Assert.Equal(1, await CountAsync("je clique trente fois"));
    }

    [Fact]
    public async Task Going_back_after_sending_says_that_it_was_sent()
    {
        var browser = product.Browse();
        var preview = await AnswerAllAsync(browser, text: "Un premier récit.");
        await browser.SubmitAsync(preview, Form);

        var again = await browser.SubmitAsync(preview, Form, ("Go", "recit"));
        var changed = await browser.SubmitAsync(again, Form, ("Answer", "Un autre récit."));
        var refused = await browser.SubmitAsync(changed, Form);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("déjà été envoyé", refused.Words, StringComparison.Ordinal);
        Assert.Contains("Un autre récit.", refused.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Correcting_one_answer_comes_back_to_the_preview()
    {
        var browser = product.Browse();
        var preview = await AnswerAllAsync(browser, text: "À corriger.");

        var question = await browser.SubmitAsync(preview, Form, ("Go", "recit"));
        var back = await browser.SubmitAsync(question, Form, ("Answer", "Corrigé."));

        Assert.Equal("Que s’est-il passé ?", question.Heading);
        Assert.Equal("Relire et envoyer", back.Heading);
        Assert.Contains("Corrigé.", back.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_required_answer_is_asked_again()
    {
        var browser = product.Browse();

        var page = await browser.SubmitAsync(await browser.GoAsync("/retours/donner"), Form);

        Assert.Contains("Choisissez une réponse.", page.Words, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector(".error-summary a[href='#Answer']"));
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
        var preview = await AnswerAllAsync(browser, text: "");

        var refused = await browser.SubmitAsync(preview, Form);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("au moins une des questions", refused.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_given_back_to_shorten()
    {
        var browser = product.Browse();
        var question = await AnswerUntilAsync(browser, "recit");
        var text = new string('é', 4_001);

        var refused = await browser.SubmitAsync(question, Form, ("Answer", text));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains(
            text,
            refused.Document.QuerySelector("textarea")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task More_than_a_million_characters_are_413()
    {
        var browser = product.Browse();
        var question = await AnswerUntilAsync(browser, "recit");

        var refused = await browser.SubmitAsync(question, Form, ("Answer", new string('a', 1_200_000)));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.Status);
    }

    [Fact]
    public async Task A_text_far_too_long_does_not_follow_the_author_back()
    {
        var browser = product.Browse();
        var question = await AnswerUntilAsync(browser, "recit");

        var back = await browser.SubmitAsync(
            question,
            Form,
            ("Answer", new string('a', 900_000)),
            ("Go", "back")
        );

        Assert.Equal("Qu’est-ce qui a été difficile ?", back.Heading);
        Assert.InRange(back.Text.Length, 1, 40_000);
    }

    [Fact]
    public async Task Bytes_that_are_no_text_do_not_break_anything()
    {
        var browser = product.Browse();
        var question = await AnswerUntilAsync(browser, "recit");
        var state = question.Document.QuerySelector("input[name=State]")!.GetAttribute("value")!;
        var head = Encoding.ASCII.GetBytes(
            $"Step=recit&State={Uri.EscapeDataString(state)}&Answer=%ED%A0%80%00"
        );
        using var body = new ByteArrayContent([.. head, 0xFF, 0xFE]);
        body.Headers.ContentType = new("application/x-www-form-urlencoded");

        var answer = await browser.Client.PostAsync("/retours/donner", body);

        Assert.True((int)answer.StatusCode is 200 or 400 or 422, answer.StatusCode.ToString());
    }

    [Fact]
    public async Task A_forged_form_starts_again()
    {
        var browser = product.Browse();
        var page = await browser.GoAsync("/retours/donner");

        var forged = await browser.SubmitAsync(page, Form, ("State", "forged"), ("Step", "apercu"));

        Assert.Contains("Le formulaire a expiré", forged.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Markup_in_any_answer_is_shown_as_text()
    {
        const string Attack =
            "<script>alert(1)</script><img src=x onerror=alert(1)> [x](javascript:alert(1))";
        var browser = product.Browse();
        var preview = await AnswerAllAsync(browser, Attack, Attack, Attack, Attack);
        var thanks = await browser.SubmitAsync(preview, Form);
        var follow = await browser.GoAsync($"/retours/suivre/{CodeOf(thanks)}");

        foreach (var page in new[] { preview, follow })
        {
            Assert.DoesNotContain("<script>alert", page.Text, StringComparison.Ordinal);
            Assert.Null(page.Document.QuerySelector("img[src=x], a[href^='javascript']"));
            Assert.Contains("<script>alert(1)</script>", page.Words, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_form_speaks_English()
    {
        var browser = product.Browse();

        var page = await browser.GoAsync("/retours/donner?langue=en");
        var second = await browser.SubmitAsync(page, Form, ("Answer", "Bad"));

        Assert.Equal("How do you find your health space?", page.Heading);
        Assert.Equal("What do you want to talk about?", second.Heading);
    }

    [Fact]
    public async Task The_receipt_cannot_be_guessed_or_forged()
    {
        var page = await product.Browse().GoAsync("/retours/donner/merci?recu=RU-2026-000001");

        Assert.Equal("Ce code n’est plus affiché", page.Heading);
    }

    private static async Task<Page> AnswerUntilAsync(Browser browser, string step)
    {
        var page = await browser.GoAsync("/retours/donner");
        while (
            page.Document.QuerySelector("input[name=Step]")!.GetAttribute("value") is { } asked
            && asked != step
        )
        {
            var answer = asked switch
            {
                "note" => "Bad",
                "partie" => "Documents",
                _ => "",
            };
            page = await browser.SubmitAsync(page, Form, ("Answer", answer));
            Assert.Equal(HttpStatusCode.OK, page.Status);
        }

        return page;
    }

    private static async Task<Page> AnswerAllAsync(
        Browser browser,
        string text,
        string easy = "",
        string hard = "",
        string suggestion = ""
    )
    {
        var page = await browser.GoAsync("/retours/donner");
        string[] answers =
        [
            "Bad",
            "Documents",
            easy,
            hard,
            text,
            suggestion,
            "NotReached",
            "From60To74",
            "35",
        ];
        foreach (var answer in answers)
        {
            page = await browser.SubmitAsync(page, Form, ("Answer", answer));
        }

        return page;
    }

    private static string CodeOf(Page page) => page.Document.QuerySelector("#code")!.TextContent.Trim();

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
