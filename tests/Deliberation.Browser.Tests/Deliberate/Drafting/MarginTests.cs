using Deliberation.Testing;
using Deliberation.Web.Features.Deliberate.Amendments;
using Deliberation.Web.Features.Deliberate.Drafting;
using Microsoft.Playwright;

namespace Deliberation.Browser.Tests.Deliberate.Drafting;

/// <summary>What is said beside a text, by people who have it open together.</summary>
public sealed class MarginTests : IAsyncLifetime
{
    private readonly RunningProduct running = new();
    private readonly Chromium chromium = new();
    private Backstage backstage = null!; // set before each test
    private Atelier atelier = null!; // set before each test

    public async Task InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(30_000);
        await running.StartAsync();
        await chromium.InitializeAsync();
        backstage = new Backstage(running);
        atelier = await Given.AtelierAsync(backstage);
        await backstage.SendAsync(
            new Write.Command(
                atelier.DocumentId,
                0,
                "## Le carnet\n\nLe carnet est **lisible** par tous.",
                Write.NewKey(),
                atelier.Member
            )
        );
    }

    [Fact]
    public async Task A_word_is_commented_an_amendment_is_adopted_and_the_other_screen_follows()
    {
        var samira = await OpenAsync(atelier.Member);
        var awa = await OpenAsync(atelier.Observer, width: 375);
        await Assertions
            .Expect(awa.Locator(".cm-content"))
            .ToHaveTextAsync("Le carnetLe carnet est lisible par tous.");

        await samira.Locator(".md-strong").DblClickAsync();
        await samira.GetByRole(AriaRole.Link, new() { Name = "Commenter", Exact = true }).ClickAsync();
        var dialog = samira.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(dialog.Locator("blockquote")).ToHaveTextAsync("lisible");
        await dialog.GetByLabel("Votre commentaire").FillAsync("Par qui, @Awa ?");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Commenter" }).ClickAsync();
        await Assertions.Expect(dialog).Not.ToBeVisibleAsync();
        await Assertions.Expect(samira.Locator("text-margin .comment")).ToContainTextAsync("Par qui, @Awa ?");
        await Assertions.Expect(awa.Locator("text-margin .comment")).ToContainTextAsync("Par qui, @Awa ?");
        await Assertions.Expect(awa.Locator(".cm-content .anchored")).ToHaveTextAsync("lisible");

        await awa.GetByRole(AriaRole.Link, new() { Name = "Proposer un amendement" }).First.ClickAsync();
        var words = awa.GetByRole(AriaRole.Dialog).GetByLabel("Les mots que vous proposez");
        await words.FillAsync("## Le carnet\n\nLe carnet est **facile à lire** par tous.");
        await awa.GetByLabel("Pourquoi ce changement ?").FillAsync("Tout le monde comprend mieux ainsi.");
        Assert.Empty(await awa.BarriersAsync());
        await awa.GetByRole(AriaRole.Button, new() { Name = "Proposer l’amendement" }).ClickAsync();

        await samira.GetByRole(AriaRole.Link, new() { Name = "Lire l’amendement de Awa" }).ClickAsync();
        await samira.GetByRole(AriaRole.Button, new() { Name = "Adopter" }).ClickAsync();
        await Assertions.Expect(awa.Locator(".cm-content")).ToContainTextAsync("facile à lire");
        await Assertions.Expect(samira.Locator(".cm-content")).ToContainTextAsync("facile à lire");
        await Picture.TakeAsync(awa, "marge-375");
        await Picture.TakeAsync(samira, "marge-1280");
        Assert.Empty(await samira.BarriersAsync());
    }

    [Fact]
    public async Task The_pages_around_a_text_have_no_barrier_and_fit_a_phone()
    {
        var jean = await OpenAsync(atelier.Facilitator, width: 320);
        var comment = await backstage.SendAsync(
            new Comments.Command(
                atelier.DocumentId,
                new Pointed(null, null, null, "lisible"),
                "Pour qui ?",
                atelier.Observer
            )
        );
        var amendment = await backstage.SendAsync(
            new Propose.Command(
                atelier.DocumentId,
                new Propose.Stretch(1, 0, 12),
                "## Le dossier",
                "Un autre mot, plus courant.",
                atelier.Observer
            )
        );
        string[] addresses =
        [
            atelier.TextAddress,
            atelier.Address,
            $"{atelier.Address}/avis/{atelier.DraftId}/plan",
            $"{atelier.Address}/avis/{atelier.DraftId}/plumes",
            $"{atelier.Address}/propositions/{atelier.ProposalId}/coupe",
            $"{atelier.TextAddress}/historique",
            $"{atelier.TextAddress}/historique?version=1&depuis=0",
            $"{atelier.TextAddress}/historique/0/retour",
            $"{atelier.TextAddress}/commentaires",
            $"{atelier.TextAddress}/amendements",
            $"{atelier.TextAddress}/amendements/nouveau",
            $"{atelier.TextAddress}/apercu",
            $"{atelier.Address}/commentaires/{comment}",
            $"{atelier.Address}/amendements/{amendment}",
            $"{atelier.Address}/amendements/{amendment}/retrait",
        ];
        foreach (var address in addresses)
        {
            await jean.GotoAsync(address);
            Assert.Empty(await jean.BarriersAsync());
            Assert.True(
                await jean.EvaluateAsync<bool>(
                    "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
                ),
                $"{address} is wider than a phone of 320 px"
            );
            await Picture.TakeAsync(jean, address[(address.LastIndexOf('/') + 1)..].Split('?')[0]);
        }
    }

    public async Task DisposeAsync()
    {
        await chromium.DisposeAsync();
        await backstage.DisposeAsync();
        running.Dispose();
    }

    private async Task<IPage> OpenAsync(Guid person, int width = 1280)
    {
        var page = await chromium.OpenAsync(running.Address, width: width);
        var cookie = backstage.CookieOf(person).Split('=', 2);
        await page.Context.AddCookiesAsync([
            new Cookie
            {
                Name = cookie[0],
                Value = cookie[1],
                Url = running.Address.ToString(),
            },
        ]);
        await page.GotoAsync(atelier.TextAddress);
        await page.Locator(".cm-content").WaitForAsync();
        return page;
    }
}
