namespace Deliberation.Browser.Tests;

/// <summary>What the public reads, in English; what citizens and institutions wrote stays in French and says so.</summary>
[Collection(Living.Name)]
public sealed class InEnglishTests(LivingCommittee committee)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/dispositifs")]
    [InlineData("/avis/comite-citoyen-2021")]
    [InlineData("/avis/comite-demo-1/propositions/1")]
    [InlineData("/suivi")]
    [InlineData("/suivi/comite-citoyen-2021")]
    [InlineData("/retours")]
    [InlineData("/retours/donner")]
    [InlineData("/retours/formulaire")]
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
