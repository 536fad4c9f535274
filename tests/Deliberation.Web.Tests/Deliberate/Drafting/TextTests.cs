using System.Net;
using AngleSharp.Dom;
using Deliberation.Testing;
using Deliberation.Web.Features.Deliberate.Drafting;
using Microsoft.Extensions.DependencyInjection;

namespace Deliberation.Web.Tests.Deliberate.Drafting;

public sealed class TextTests(Product product) : IClassFixture<Product>
{
    [Fact]
    public async Task Without_a_script_an_edit_is_merged_and_overwrites_nobody()
    {
        var atelier = await Given.AtelierAsync(product);
        var samira = product.Browse(atelier.Member);
        var jean = product.Browse(atelier.Facilitator);
        await samira.SubmitAsync(
            await samira.GoAsync(atelier.TextAddress),
            "form#text",
            ("Data.Text", "Le carnet est lisible.\r\nIl est gratuit.")
        );
        var (bySamira, byJean) = (
            await samira.GoAsync(atelier.TextAddress),
            await jean.GoAsync(atelier.TextAddress)
        );

        await samira.SubmitAsync(
            bySamira,
            "form#text",
            ("Data.Text", "Le carnet est très lisible.\nIl est gratuit.")
        );
        var after = await jean.SubmitAsync(
            byJean,
            "form#text",
            ("Data.Text", "Le carnet est lisible.\nIl est gratuit pour tous.")
        );

        Assert.Equal(HttpStatusCode.OK, after.Status);
        Assert.Equal("Le carnet est très lisible.\nIl est gratuit pour tous.", TextOf(after));
    }

    [Fact]
    public async Task Coming_back_from_the_preview_loses_no_word()
    {
        var atelier = await Given.AtelierAsync(product);
        var samira = product.Browse(atelier.Member);
        using var typed = new FormUrlEncodedContent([
            .. Hidden(await samira.GoAsync(atelier.TextAddress)),
            new("Data.Text", "Un mot, pas encore enregistré."),
        ]);
        var preview = await samira.ReadAsync(
            await samira.Client.PostAsync($"{atelier.TextAddress}/apercu", typed)
        );
        using var sent = new FormUrlEncodedContent(Hidden(preview));

        var back = await samira.ReadAsync(
            await samira.Client.PostAsync(
                preview.Document.QuerySelector("main [formaction]")!.GetAttribute("formaction"),
                sent
            )
        );
        var saved = await samira.SubmitAsync(back, "form#text");

        Assert.Equal("Un mot, pas encore enregistré.", TextOf(back));
        Assert.NotNull(back.Document.QuerySelector("live-text[paused]"));
        Assert.Equal("Un mot, pas encore enregistré.", TextOf(saved));
    }

    private static IEnumerable<KeyValuePair<string, string>> Hidden(Page page) =>
        page
            .Document.QuerySelectorAll("main form input[type=hidden]")
            .Select(field =>
                KeyValuePair.Create(field.GetAttribute("name")!, field.GetAttribute("value") ?? "")
            );

    [Fact]
    public async Task Sending_a_form_twice_writes_once()
    {
        var atelier = await Given.AtelierAsync(product);
        var samira = product.Browse(atelier.Member);
        var page = await samira.GoAsync(atelier.TextAddress);

        await samira.SendAsync(page, "form#text", ("Data.Text", "Une fois."));
        await samira.SendAsync(page, "form#text", ("Data.Text", "Une fois."));

        Assert.Equal("Une fois.", TextOf(await samira.GoAsync(atelier.TextAddress)));
    }

    [Fact]
    public async Task A_text_over_the_limit_is_refused_and_what_was_typed_is_kept()
    {
        var atelier = await Given.AtelierAsync(product);
        var samira = product.Browse(atelier.Member);
        var page = await samira.GoAsync(atelier.TextAddress);

        var refused = await samira.SendAsync(page, "form#text", ("Data.Text", new string('a', 100_001)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("100 000 signes", refused.Words);
        Assert.Equal(100_001, TextOf(refused).Length);
    }

    [Fact]
    public async Task Markup_in_a_text_stays_text()
    {
        var atelier = await Given.AtelierAsync(product, "<script>alert(1)</script>");
        var samira = product.Browse(atelier.Member);
        const string attack = "</textarea><script>alert(1)</script>[x](javascript:alert(1))";

        var page = await samira.SubmitAsync(
            await samira.GoAsync(atelier.TextAddress),
            "form#text",
            ("Data.Text", attack)
        );

        Assert.Equal(attack, TextOf(page));
        Assert.DoesNotContain(
            page.Document.Scripts,
            script => script.Text.Contains("alert", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task An_observer_reads_and_a_forged_form_writes_nothing()
    {
        var atelier = await Given.AtelierAsync(product);
        var awa = product.Browse(atelier.Observer);
        var page = await awa.GoAsync(atelier.TextAddress);

        var refused = await awa.SendAsync(page, "form#text", ("Data.Text", "non"));

        Assert.Null(page.Document.QuerySelector("form#text button"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal("", TextOf(await awa.GoAsync(atelier.TextAddress)));
    }

    [Fact]
    public async Task A_text_of_another_space_does_not_exist_here()
    {
        var (here, elsewhere) = (await Given.AtelierAsync(product), await Given.AtelierAsync(product));

        var page = await product.Browse(here.Member).GoAsync($"{here.Address}/textes/{elsewhere.DocumentId}");

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
    }

    [Fact]
    public async Task A_frozen_text_says_why_and_refuses_a_form_opened_before()
    {
        var atelier = await Given.AtelierAsync(product);
        var samira = product.Browse(atelier.Member);
        var before = await samira.GoAsync(atelier.TextAddress);
        await using var scope = product.Services.CreateAsyncScope();
        await scope
            .ServiceProvider.GetRequiredService<Documents>()
            .FreezeAsync(atelier.DocumentId, "Mise au vote", CancellationToken.None);

        var refused = await samira.SendAsync(before, "form#text", ("Data.Text", "trop tard"));
        var page = await samira.GoAsync(atelier.TextAddress);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Mise au vote", page.Words);
        Assert.Equal("", TextOf(page));
    }

    private static string TextOf(Page page) =>
        (page.Document.QuerySelector("#Data_Text")?.TextContent ?? "?").TrimStart('\n');
}
