using System.Net;
using System.Text;
using Deliberation.Testing;

namespace Deliberation.Web.Tests.Respond.Feedback;

public sealed class HostileGiveTests(Product product) : IClassFixture<Product>
{
    [Fact]
    public async Task A_text_that_is_too_long_is_given_back_to_shorten()
    {
        var browser = product.Browse();
        var question = await GiveForm.UntilAsync(browser, "recit");
        var text = new string('é', 4_001);

        var refused = await browser.SubmitAsync(question, GiveForm.Id, ("Answer", text));

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
        var question = await GiveForm.UntilAsync(browser, "recit");

        var refused = await browser.SubmitAsync(
            question,
            GiveForm.Id,
            ("Answer", new string('a', 1_200_000))
        );

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.Status);
    }

    [Fact]
    public async Task A_text_far_too_long_does_not_follow_the_author_back()
    {
        var browser = product.Browse();
        var question = await GiveForm.UntilAsync(browser, "recit");

        var back = await browser.SubmitAsync(
            question,
            GiveForm.Id,
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
        var question = await GiveForm.UntilAsync(browser, "recit");
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

        var forged = await browser.SubmitAsync(page, GiveForm.Id, ("State", "forged"), ("Step", "apercu"));

        Assert.Contains("Le formulaire a expiré", forged.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Markup_in_any_answer_is_shown_as_text()
    {
        const string Attack =
            "<script>alert(1)</script><img src=x onerror=alert(1)> [x](javascript:alert(1))";
        var browser = product.Browse();
        var preview = await GiveForm.AllAsync(browser, Attack, Attack, Attack, Attack);
        var thanks = await browser.SubmitAsync(preview, GiveForm.Id);
        var follow = await browser.GoAsync($"/retours/suivre/{GiveForm.CodeOf(thanks)}");

        foreach (var page in new[] { preview, follow })
        {
            Assert.DoesNotContain("<script>alert", page.Text, StringComparison.Ordinal);
            Assert.Null(page.Document.QuerySelector("img[src=x], a[href^='javascript']"));
            Assert.Contains("<script>alert(1)</script>", page.Words, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_receipt_cannot_be_guessed_or_forged()
    {
        var page = await product.Browse().GoAsync("/retours/donner/merci?recu=RU-2026-000001");

        Assert.Equal("Ce code n’est plus affiché", page.Heading);
    }
}
