using System.Globalization;
using System.Net;
using Deliberation.Domain.Assemble.Membership;
using Deliberation.Testing;
using Microsoft.EntityFrameworkCore;
using UserFeedback = Deliberation.Domain.Respond.Feedback.Feedback;

namespace Deliberation.Web.Tests.Respond.Feedback;

public sealed class TypeInTests(Product product) : IClassFixture<Product>
{
    private const string Address = "/bureau/retours/saisir";
    private const string Form = "form#saisir";
    private const string Phone = "06 98 76 54 32";

    private static readonly string Yesterday = DateTimeOffset
        .UtcNow.AddDays(-1)
        .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Fact]
    public async Task A_mediator_types_hands_over_the_code_and_another_moderator_publishes()
    {
        var mediator = await ModeratorAsync();
        var preview = await FillAsync(mediator, $"Rappelez-moi au {Phone}, le tampographe ne marche pas.");
        Assert.Contains("[numéro de téléphone masqué]", preview.Words, StringComparison.Ordinal);
        Assert.Contains("formulaire papier", preview.Words, StringComparison.Ordinal);

        var slip = await mediator.SubmitAsync(preview, Form);
        var again = await mediator.SubmitAsync(preview, Form);
        var code = slip.Document.QuerySelector("#code")!.TextContent.Trim();
        var kept = await product.ReadAsync(db =>
            db.Set<UserFeedback>().AsNoTracking().SingleAsync(f => f.Keywords.Contains("tampographe"))
        );
        Assert.Matches("^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$", code);
        Assert.Equal(code, again.Document.QuerySelector("#code")!.TextContent.Trim());
        Assert.DoesNotContain(Phone, kept.Answers.Text.Value, StringComparison.Ordinal);

        var desk = await mediator.GoAsync($"/bureau/retours/{kept.Number}");
        Assert.Null(desk.Document.QuerySelector("form#publier"));
        Assert.Contains("Une autre personne", desk.Words, StringComparison.Ordinal);
        var other = await ModeratorAsync();
        await other.SubmitAsync(await other.GoAsync($"/bureau/retours/{kept.Number}"), "form#publier");

        await SaysSoEverywhereAsync(kept.Number);
        var follow = await product.Browse().GoAsync($"/retours/suivre/{code}");
        Assert.Contains("tampographe", follow.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_forged_request_does_not_publish_what_one_typed()
    {
        var mediator = await ModeratorAsync();
        await mediator.SubmitAsync(await FillAsync(mediator, "La porte du fond grince."), Form);
        var kept = await product.ReadAsync(db =>
            db.Set<UserFeedback>().AsNoTracking().SingleAsync(f => f.Keywords.Contains("grince"))
        );
        var desk = await mediator.GoAsync($"/bureau/retours/{kept.Number}");
        var token = desk.Document.QuerySelector("input[name=__RequestVerificationToken]")!;
        using var body = new FormUrlEncodedContent([
            new("__RequestVerificationToken", token.GetAttribute("value")!),
        ]);

        using var answer = await mediator.Client.PostAsync($"/bureau/retours/{kept.Number}/publier", body);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await product.Browse().GoAsync($"/retours/{kept.Number}")).Status
        );
    }

    [Theory]
    [InlineData("GivenOn", "2999-01-01", "depuis un an au plus")]
    [InlineData("GivenOn", "2001-01-01", "depuis un an au plus")]
    [InlineData("GivenOn", "hier", "Donnez le jour")]
    [InlineData("Way", "Api", "papier ou par téléphone")]
    [InlineData("Way", "", "papier ou par téléphone")]
    [InlineData("Language", "de", "Choisissez une langue")]
    [InlineData("Given[note]", "9", "Choisissez une réponse")]
    [InlineData("Given[departement]", "99", "numéro français")]
    public async Task What_is_wrong_is_said_beside_its_question(string field, string value, string sentence)
    {
        var mediator = await ModeratorAsync();

        var again = await FillAsync(mediator, "Un récit à garder.", (field, value));

        var id = field.Replace('[', '_').Replace(']', '_');
        Assert.Equal("Saisir un retour papier ou téléphoné", again.Heading);
        Assert.Contains(sentence, again.Words, StringComparison.Ordinal);
        Assert.NotNull(again.Document.QuerySelector($".error-summary a[href='#{id}']"));
        Assert.NotNull(again.Document.QuerySelector($"#{id}"));
        Assert.Contains(
            "Un récit à garder.",
            again.Document.QuerySelector("textarea#Given_recit_")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_answer_too_long_is_given_back_and_a_million_characters_are_413()
    {
        var mediator = await ModeratorAsync();

        var again = await FillAsync(mediator, new string('é', 4_001));
        Assert.NotNull(again.Document.QuerySelector(".error-summary a[href='#Given_recit_']"));

        var refused = await FillAsync(mediator, new string('a', 1_200_000));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.Status);
    }

    [Fact]
    public async Task A_correction_comes_back_with_everything_and_a_forged_preview_starts_again()
    {
        var mediator = await ModeratorAsync();
        var preview = await FillAsync(mediator, "Avant correction.");

        var form = await mediator.SubmitAsync(preview, Form, ("Go", "recit"));
        Assert.NotNull(form.Document.QuerySelector("input[name=Way][value=Paper][checked]"));
        var corrected = await mediator.SubmitAsync(form, Form, ("Given[recit]", "Après correction."));
        Assert.Contains("Après correction.", corrected.Words, StringComparison.Ordinal);

        var forged = await mediator.SubmitAsync(preview, Form, ("State", "forged"));
        Assert.Contains("Le formulaire a expiré", forged.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(InstanceRole.Administrator)]
    [InlineData(InstanceRole.Agent)]
    public async Task Only_moderators_type_for_others(InstanceRole role)
    {
        var body = role == InstanceRole.Agent ? (await Given.BodyAsync(product)).Id : (Guid?)null;
        var person = await Given.InInstanceAsync(product, role, body);

        Assert.Equal(HttpStatusCode.Forbidden, (await product.Browse(person).GoAsync(Address)).Status);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await product.Browse(person).GoAsync($"{Address}/code")).Status
        );
    }

    [Fact]
    public async Task A_code_is_not_shown_without_its_seal()
    {
        var slip = await (await ModeratorAsync()).GoAsync($"{Address}/code?recu=RU-2026-000001&par=x");

        Assert.Equal("Ce code n’est plus affiché", slip.Heading);
    }

    [Fact]
    public async Task The_paper_form_asks_every_question_and_says_how_the_code_comes_back()
    {
        var page = await product.Browse().GoAsync("/retours/formulaire");
        var english = await product.Browse().GoAsync("/retours/formulaire?langue=en");

        Assert.Equal(9, page.Document.QuerySelectorAll(".sheet-questions > li").Length);
        Assert.Equal(5, page.Document.QuerySelectorAll(".sheet svg.face").Length);
        Assert.Empty(page.Document.QuerySelectorAll("main form"));
        foreach (var number in new[] { "15", "112", "114", "3114", "/retours/suivre" })
        {
            Assert.Contains(number, page.Words, StringComparison.Ordinal);
        }

        Assert.Equal("The form on paper", english.Heading);
    }

    private async Task SaysSoEverywhereAsync(string number)
    {
        var browser = product.Browse();
        const string Said = "Saisi par un médiateur, d’après un formulaire papier";
        Assert.Contains(Said, (await browser.GoAsync($"/retours/{number}")).Words, StringComparison.Ordinal);
        Assert.Contains(
            Said,
            (await browser.GoAsync("/retours?q=tampographe")).Words,
            StringComparison.Ordinal
        );
        var json = (await browser.GoAsync($"/retours/{number}.json")).Text;
        Assert.Contains("\"door\":\"Paper\"", json, StringComparison.OrdinalIgnoreCase);
        Assert.Contains($"\"given_on\":\"{Yesterday}\"", json, StringComparison.Ordinal);
        var line = (await browser.GoAsync("/donnees/retours.csv"))
            .Text.Split('\n')
            .Single(row => row.StartsWith(number, StringComparison.Ordinal));
        Assert.Contains($",Paper,{Yesterday},fr,", line, StringComparison.Ordinal);
    }

    private static async Task<Page> FillAsync(
        Browser browser,
        string words,
        params (string Name, string Value)[] values
    )
    {
        (string Name, string Value)[] filled =
        [
            ("Way", "Paper"),
            ("GivenOn", Yesterday),
            ("Language", "fr"),
            ("Given[note]", "Bad"),
            ("Given[partie]", "Documents"),
            ("Given[recit]", words),
        ];
        return await browser.SubmitAsync(
            await browser.GoAsync(Address),
            Form,
            [.. filled.ExceptBy(values.Select(value => value.Name), field => field.Name), .. values]
        );
    }

    private async Task<Browser> ModeratorAsync() =>
        product.Browse(await Given.InInstanceAsync(product, InstanceRole.Moderator));
}
