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

        await awa.SetViewportSizeAsync(375, 667);
        await awa.GetByRole(AriaRole.Link, new() { Name = "Proposer un amendement" }).First.ClickAsync();
        var close = awa.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Fermer" });
        await Assertions.Expect(close).ToBeInViewportAsync(new() { Ratio = 1 });
        await Picture.TakeAsync(awa, "dialogue-667");
        var words = awa.GetByRole(AriaRole.Dialog).GetByLabel("Les mots que vous proposez");
        await words.FillAsync("## Le carnet\n\nLe carnet est **facile à lire** par tous.");
        await awa.GetByLabel("Pourquoi ce changement ?").FillAsync("Tout le monde comprend mieux ainsi.");
        Assert.Empty(await awa.BarriersAsync());
        await Assertions.Expect(close).ToBeInViewportAsync(new() { Ratio = 1 });
        await Picture.TakeAsync(awa, "dialogue-667-plus-bas");
        await awa.GetByRole(AriaRole.Button, new() { Name = "Proposer l’amendement" }).ClickAsync();

        await samira.GetByRole(AriaRole.Link, new() { Name = "Lire l’amendement de Awa" }).ClickAsync();
        await samira.GetByRole(AriaRole.Button, new() { Name = "Adopter" }).ClickAsync();
        await Assertions.Expect(awa.Locator(".cm-content")).ToContainTextAsync("facile à lire");
        await Assertions.Expect(samira.Locator(".cm-content")).ToContainTextAsync("facile à lire");
        await Picture.TakeAsync(awa, "marge-375");
        await Picture.TakeAsync(samira, "marge-1280");
        Assert.Empty(await samira.BarriersAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Words_found_in_the_workroom_are_before_the_readers_eyes_in_a_long_text(bool scripts)
    {
        var paragraphs = string.Concat(Enumerable.Repeat("Un paragraphe de plus, parmi d’autres.\n\n", 120));
        await Backstage.SendAsync(
            new Write.Command(
                Atelier.DocumentId,
                1,
                $"{paragraphs}Le mot cherché : anamnèse.\n\n{paragraphs}",
                Write.NewKey(),
                Atelier.Member
            )
        );
        var samira = await OpenAsync(Atelier.Member, width: 375, scripts: scripts);

        await samira.GotoAsync($"{Atelier.Address}?q=ANAMNESE");
        await samira.Locator("section[aria-labelledby=trouve] li a").ClickAsync();

        var found = samira.Locator(scripts ? ".cm-content mark" : ".as-written mark");
        await Assertions.Expect(found).ToHaveTextAsync("anamnèse");
        await Assertions.Expect(found).ToBeInViewportAsync(new() { Ratio = 0.9f });
        // What looks for barriers is a script itself.
        Assert.Empty(scripts ? await samira.BarriersAsync() : []);
        await Picture.TakeAsync(samira, scripts ? "mots-trouves-375" : "mots-trouves-sans-scripts-375");
        await samira.SetViewportSizeAsync(1280, 900);
        await Picture.TakeAsync(samira, scripts ? "mots-trouves-1280" : "mots-trouves-sans-scripts-1280");
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
