using System.Net;
using AngleSharp.Dom;
using Deliberation.Testing;

namespace Deliberation.Web.Tests.Platform.Ui;

/// <summary>Fields and their errors, on the living style page of a product in development.</summary>
public sealed class FieldTests(FieldTests.WorkingProduct product) : IClassFixture<FieldTests.WorkingProduct>
{
    [Fact]
    public async Task A_field_ties_its_label_and_its_hint()
    {
        var title = await FindAsync("Data_Title");

        Assert.Equal("Data.Title", title.GetAttribute("name"));
        Assert.Equal("Data_Title-hint", title.GetAttribute("aria-describedby"));
        Assert.Equal("true", title.GetAttribute("aria-required"));
        Assert.Null(title.GetAttribute("aria-invalid"));
        Assert.Equal("Titre de la proposition", title.Owner!.QuerySelector("label[for=Data_Title]")!.Words());
    }

    [Fact]
    public async Task What_is_optional_says_so_in_words()
    {
        var email = await FindAsync("Data_Email");

        Assert.Equal(
            "Adresse électronique (facultatif)",
            email.Owner!.QuerySelector("label[for=Data_Email]")!.Words()
        );
        Assert.Equal(("email", "email"), (email.GetAttribute("type"), email.GetAttribute("autocomplete")));
        Assert.Null(email.GetAttribute("aria-required"));
    }

    [Fact]
    public async Task A_long_answer_keeps_its_text_and_the_attributes_passed_on()
    {
        var body = await FindAsync("Data_Body");

        Assert.Equal("Alerter par SMS quand un document arrive.", body.TextContent);
        Assert.Equal("6", body.GetAttribute("rows"));
    }

    [Fact]
    public async Task Several_answers_are_a_group_with_a_question()
    {
        var first = await FindAsync("Data_Judgement");

        var group = first.Closest("fieldset")!;
        Assert.Equal("Que pensez-vous de la réponse ?", group.QuerySelector("legend")!.Words());
        Assert.Equal("Data_Judgement-hint", group.GetAttribute("aria-describedby"));
        Assert.Equal("partly", group.QuerySelector("input[checked]")!.GetAttribute("value"));
        Assert.Equal(
            3,
            group.QuerySelectorAll("label.choice > input[type=radio][name='Data.Judgement']").Length
        );
    }

    [Fact]
    public async Task A_list_and_a_box_show_what_was_chosen()
    {
        var theme = await FindAsync("Data_Theme");

        Assert.Equal("Données", theme.QuerySelector("option[selected]")!.Words());
        Assert.NotNull(theme.Owner!.QuerySelector("input#Data_Agreed[type=checkbox][value=true][checked]"));
    }

    [Fact]
    public async Task A_refused_form_says_what_to_correct_and_keeps_what_was_typed()
    {
        var browser = product.Browse();
        var page = await browser.GoAsync("/style");

        var answer = await browser.SendAsync(
            page,
            "main form",
            ("Data.Title", " "),
            ("Data.Email", "jeanne")
        );

        var summary = answer.Document.QuerySelector("error-focus.error-summary[tabindex='-1']")!;
        Assert.Equal(
            ["#Data_Title", "#Data_Email"],
            summary.QuerySelectorAll("a").Select(link => link.GetAttribute("href")!)
        );
        var email = answer.Document.QuerySelector("#Data_Email")!;
        Assert.Equal(
            ("jeanne", "true", "Data_Email-error"),
            (
                email.GetAttribute("value"),
                email.GetAttribute("aria-invalid"),
                email.GetAttribute("aria-describedby")
            )
        );
        Assert.StartsWith(
            "Erreur : Cette adresse",
            answer.Document.QuerySelector("#Data_Email-error")!.Words(),
            StringComparison.Ordinal
        );
        Assert.StartsWith("Erreur", answer.Document.Title!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_errors_has_no_summary()
    {
        var page = await product.Browse().GoAsync("/style");

        Assert.Null(page.Document.QuerySelector(".error-summary"));
    }

    [Fact]
    public async Task The_style_page_is_absent_in_production()
    {
        await using var published = new Product();

        Assert.Equal(HttpStatusCode.NotFound, (await published.Browse().GoAsync("/style")).Status);
    }

    private async Task<IElement> FindAsync(string id)
    {
        var page = await product.Browse().GoAsync("/style");
        return page.Document.GetElementById(id)!;
    }

    public sealed class WorkingProduct : Product
    {
        protected override string EnvironmentName => "Development";

        protected override IReadOnlyDictionary<string, string> Settings { get; } =
            new Dictionary<string, string>(StringComparer.Ordinal) { ["Seed"] = "none" };
    }
}
