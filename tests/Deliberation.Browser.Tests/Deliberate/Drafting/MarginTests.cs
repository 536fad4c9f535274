using Deliberation.Testing;
using Deliberation.Web.Features.Deliberate.Amendments;
using Deliberation.Web.Features.Deliberate.Drafting;
using Microsoft.Playwright;

namespace Deliberation.Browser.Tests.Deliberate.Drafting;

/// <summary>What is said beside a text, by people who have it open together.</summary>
public sealed class MarginTests : OpenWorkroom
{
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await Backstage.SendAsync(
            new Write.Command(
                Atelier.DocumentId,
                0,
                "## Le carnet\n\nLe carnet est **lisible** par tous.",
                Write.NewKey(),
                Atelier.Member
            )
        );
    }

    [Fact]
    public async Task A_word_is_commented_an_amendment_is_adopted_and_the_other_screen_follows()
    {
        var samira = await OpenAsync(Atelier.Member);
        var awa = await OpenAsync(Atelier.Observer, width: 375);
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
        var jean = await OpenAsync(Atelier.Facilitator, width: 320);
        var comment = await Backstage.SendAsync(
            new Comments.Command(
                Atelier.DocumentId,
                new Pointed(null, null, null, "lisible"),
                "Pour qui ?",
                Atelier.Observer
            )
        );
        var amendment = await Backstage.SendAsync(
            new Propose.Command(
                Atelier.DocumentId,
                new Propose.Stretch(1, 0, 12),
                "## Le dossier",
                "Un autre mot, plus courant.",
                Atelier.Observer
            )
        );
        string[] addresses =
        [
            Atelier.TextAddress,
            Atelier.Address,
            $"{Atelier.Address}/avis/{Atelier.DraftId}/plan",
            $"{Atelier.Address}/avis/{Atelier.DraftId}/plumes",
            $"{Atelier.Address}/propositions/{Atelier.ProposalId}/coupe",
            $"{Atelier.TextAddress}/historique",
            $"{Atelier.TextAddress}/historique?version=1&depuis=0",
            $"{Atelier.TextAddress}/historique/0/retour",
            $"{Atelier.TextAddress}/commentaires",
            $"{Atelier.TextAddress}/amendements",
            $"{Atelier.TextAddress}/amendements/nouveau",
            $"{Atelier.TextAddress}/apercu",
            $"{Atelier.Address}/commentaires/{comment}",
            $"{Atelier.Address}/amendements/{amendment}",
            $"{Atelier.Address}/amendements/{amendment}/retrait",
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
}
