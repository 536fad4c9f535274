using Deliberation.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Deliberation.Browser.Tests;

/// <summary>With scripts off, everything a citizen does still works: reading, speaking, writing, voting.</summary>
[Collection(Living.Name)]
public sealed class WithoutScriptsTests(LivingCommittee committee)
{
    [Fact]
    public async Task A_member_writes_by_form_and_another_members_words_are_kept()
    {
        var odette = await committee.EnterAsAsync("Odette", scripts: false, width: 375);
        var malik = await committee.EnterAsAsync("Malik", scripts: false);
        await odette.GotoAsync("/dispositifs/comite-demo/atelier");
        await odette.GetByRole(AriaRole.Link, new() { Name = "Ajouter une proposition" }).First.ClickAsync();
        await odette.GetByLabel("Titre de la proposition").FillAsync("Une lettre écrite gros");
        await odette.GetByRole(AriaRole.Button, new() { Name = "Ajouter", Exact = true }).ClickAsync();
        await odette.Locator("textarea[name='Data.Text']").FillAsync("Une page, écrite gros.");
        await odette.GetByRole(AriaRole.Button, new() { Name = "Enregistrer" }).ClickAsync();
        var address = new Uri(odette.Url).AbsolutePath;

        // Both start from the same words; Odette sends first, Malik does not know.
        await malik.GotoAsync(address);
        await odette.GotoAsync(address);
        await odette
            .Locator("textarea[name='Data.Text']")
            .FillAsync("Une page, écrite gros. Avec un dessin.");
        await odette.GetByRole(AriaRole.Button, new() { Name = "Enregistrer" }).ClickAsync();
        await malik.Locator("textarea[name='Data.Text']").FillAsync("Une page en relief, écrite gros.");
        await malik.GetByRole(AriaRole.Button, new() { Name = "Enregistrer" }).ClickAsync();

        await malik.GotoAsync(address);
        await Expect(malik.Locator("textarea[name='Data.Text']"))
            .ToHaveValueAsync("Une page en relief, écrite gros. Avec un dessin.");
    }

    [Fact]
    public async Task A_member_writes_a_minority_position_and_another_signs_it()
    {
        var armand = await committee.EnterAsAsync("Armand", scripts: false, width: 375);
        var hoa = await committee.EnterAsAsync("Hoa", scripts: false, width: 375);
        await armand.GotoAsync("/compte");
        await armand
            .GetByRole(AriaRole.Link, new() { NameRegex = new("positions minoritaires") })
            .ClickAsync();
        var positions = new Uri(armand.Url).AbsolutePath;
        await armand
            .GetByRole(AriaRole.Link, new() { NameRegex = new("^Écrire une position minoritaire") })
            .First.ClickAsync();
        await armand.GetByLabel("Votre position").FillAsync("Un mois, c’est trop court pour s’organiser.");
        await armand.GetByRole(AriaRole.Button, new() { Name = "Écrire et signer" }).ClickAsync();
        await hoa.GotoAsync(positions);

        await hoa.GetByRole(AriaRole.Link, new() { Name = "Signer cette position" }).First.ClickAsync();
        await hoa.GetByRole(AriaRole.Button, new() { Name = "Signer cette position" }).ClickAsync();

        await Expect(hoa.Locator("main")).ToContainTextAsync("Armand, Hoa.");
    }

    [Fact]
    public async Task Anyone_gives_feedback_on_a_phone_and_follows_it_with_a_code()
    {
        var patient = await committee.Chromium.OpenAsync(committee.Address, scripts: false, width: 375);

        var number = await patient.GiveFeedbackAsync("Le bouton est trop petit pour mes doigts.");

        Assert.Matches(@"^RU-\d{4}-\d{6}$", number);
        var thanks = await patient.Locator("main").InnerTextAsync();
        var code = System.Text.RegularExpressions.Regex.Match(
            thanks,
            "[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}",
            default,
            TimeSpan.FromSeconds(1)
        );
        await patient.GotoAsync("/retours/suivre");
        await patient
            .Locator("main form input[type=text], main form input:not([type=hidden])")
            .First.FillAsync(code.Value);
        await patient.Locator("main form button").First.ClickAsync();
        await Expect(patient.Locator("main")).ToContainTextAsync("trop petit");
    }

    [Fact]
    public async Task A_reader_goes_by_the_keyboard_alone_from_the_home_page_to_an_answer()
    {
        var page = await committee.Chromium.OpenAsync(committee.Address);
        await page.GotoAsync("/suivi/comite-demo-1");

        await page.Keyboard.PressAsync("Tab");
        Assert.Equal(
            "#contenu",
            await page.EvaluateAsync<string>("document.activeElement.getAttribute('href')")
        );
        await page.Keyboard.PressAsync("Enter");
        for (var presses = 0; presses < 60; presses++)
        {
            await page.Keyboard.PressAsync("Tab");
            var focused = await page.EvaluateAsync<FocusedElement>(
                "(() => { const e = document.activeElement, r = e.getBoundingClientRect(), s = getComputedStyle(e); return { href: e.getAttribute('href') ?? e.id, visible: r.width > 0 && r.bottom > 0 && r.top < innerHeight, outlined: s.outlineStyle !== 'none' || s.boxShadow !== 'none' }; })()"
            );
            Assert.True(
                focused.Visible && focused.Outlined,
                $"Focus cannot be seen on {focused.Href} after {presses} presses"
            );
            if (focused.Href.EndsWith("/propositions/1", StringComparison.Ordinal))
            {
                await page.Keyboard.PressAsync("Enter");
                await Expect(page.GetByText("La clé fonctionne dans quarante guichets.").First)
                    .ToBeVisibleAsync();
                return;
            }
        }

        Assert.Fail("The first proposition cannot be reached by the keyboard.");
    }

    private sealed class FocusedElement
    {
        public string Href { get; set; } = "";

        public bool Visible { get; set; }

        public bool Outlined { get; set; }
    }
}
