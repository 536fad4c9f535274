using Microsoft.Playwright;

namespace Deliberation.Browser.Tests;

/// <summary>Every page, on a phone and at a desk, in both languages, measured against WCAG 2.2 AA and RGAA 4.</summary>
[Collection(Living.Name)]
public sealed class EveryPageTests(LivingCommittee committee)
{
    public static readonly TheoryData<string, string> Pages = new()
    {
        { "", "/" },
        { "", "/dispositifs" },
        { "", "/dispositifs/comite-citoyen-2021" },
        { "", "/dispositifs/comite-demo" },
        { "", "/dispositifs/ateliers-citoyens-2019-2020/contributions" },
        { "", "/avis" },
        { "", "/avis/comite-citoyen-2021" },
        { "", "/avis/comite-citoyen-2021/propositions/12" },
        { "", "/avis/comite-demo-1/propositions/1" },
        { "", "/suivi" },
        { "", "/suivi/comite-citoyen-2021" },
        { "", "/suivi/comite-demo-1" },
        { "", "/retours" },
        { "", "/retours/donner" },
        { "", "/retours/suivre" },
        { "", "/registre" },
        { "", "/donnees" },
        { "", "/statistiques" },
        { "", "/recherche?q=carnet" },
        { "", "/aide" },
        { "", "/contact" },
        { "", "/accessibilite" },
        { "", "/mentions-legales" },
        { "", "/donnees-personnelles" },
        { "", "/cookies" },
        { "", "/plan-du-site" },
        { "", "/connexion" },
        { "", "/invitation" },
        { "", "/demo" },
        { "", "/nulle-part" },
        { "Samira", "/compte" },
        { "Samira", "/dispositifs/comite-demo/atelier" },
        { "Samira", "/dispositifs/comite-demo/scrutins" },
        { "Samira", "/dispositifs/comite-demo/contributions/nouvelle" },
        { "Claire", "/dispositifs/comite-demo/seances/nouvelle" },
        { "Claire", "/dispositifs/comite-demo/avis/assembler" },
        { "Claire", "/bureau" },
        { "Claire", "/bureau/dispositifs/comite-demo/invitations" },
        { "Béatrice", "/bureau/suivi" },
        { "Béatrice", "/bureau/suivi/AC-2026-01-P8" },
        { "Léa", "/bureau/retours" },
        { "Yann", "/bureau/personnes" },
        { "Yann", "/bureau/dispositifs/nouveau" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_has_no_barrier_and_fits_a_phone(string persona, string address)
    {
        var page =
            persona.Length == 0
                ? await committee.Chromium.OpenAsync(committee.Address, width: 375)
                : await committee.EnterAsAsync(persona, width: 375);
        await page.GotoAsync(address);

        Assert.Empty(await page.BarriersAsync());
        Assert.Equal(1, await page.Locator("h1").CountAsync());
        await page.SetViewportSizeAsync(320, 640);
        Assert.True(
            await page.EvaluateAsync<bool>(
                "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
            ),
            $"{address} is wider than a phone of 320 px"
        );
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/avis/comite-citoyen-2021")]
    [InlineData("/retours")]
    [InlineData("/retours/donner")]
    [InlineData("/registre")]
    [InlineData("/donnees")]
    public async Task The_public_half_reads_in_English(string address)
    {
        var page = await committee.Chromium.OpenAsync(committee.Address);

        await page.GotoAsync($"{address}?langue=en");

        Assert.Equal("en", await page.Locator("html").GetAttributeAsync("lang"));
        Assert.Empty(await page.BarriersAsync());
        // Words of ours: whatever is not marked as being in French.
        var words = await page.EvaluateAsync<string>(
            "[...document.querySelectorAll('main :is(h1,h2,h3,p,a,button,label,th,legend)')].filter(e => !e.closest('[lang=fr]') && !e.querySelector('[lang=fr]')).map(e => e.textContent).join(' ')"
        );
        Assert.DoesNotMatch(@"\b(les|une|avec|pour|vous|réponses|chaque)\b", words);
        await page.Context.CloseAsync();
    }
}
