using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Deliberation.Browser.Tests;

/// <summary>The main job, by the people who do it, in their own browsers: idea, vote, opinion, answer, feedback.</summary>
[Collection(Living.Name)]
public sealed class FromAnIdeaToAnAnswerTests(LivingCommittee committee)
{
    private const string Space = "/dispositifs/comite-demo";
    private const string Title = "Un guichet ouvert le samedi";

    [Fact]
    public async Task Two_members_and_a_facilitator_go_from_an_empty_proposal_to_an_answer_beside_a_feedback()
    {
        var samira = await committee.EnterAsAsync("Samira");
        var odette = await committee.EnterAsAsync("Odette", width: 375);
        var claire = await committee.EnterAsAsync("Claire");

        await WriteTogetherAsync(samira, odette);
        await VoteAsync(claire, samira, odette);
        var proposition = await PublishAsync(claire);
        await AnswerAsync(proposition);
        await SpeakAsync(proposition);
    }

    /// <summary>Both hold the same words, typed at the same time; a reload shows them again.</summary>
    private static async Task WriteTogetherAsync(IPage samira, IPage odette)
    {
        await samira.GotoAsync($"{Space}/atelier");
        await samira.GetByRole(AriaRole.Link, new() { Name = "Ajouter une proposition" }).First.ClickAsync();
        await samira.GetByLabel("Titre de la proposition").FillAsync(Title);
        await samira.PressAsync("Ajouter");
        await Expect(samira.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(Title);
        await odette.GotoAsync(new Uri(samira.Url).PathAndQuery);

        await samira.Locator(".cm-content").ClickAsync();
        await samira.Keyboard.TypeAsync("Chaque mairie ouvre. Une personne aide.");
        await Expect(odette.Locator(".cm-content")).ToContainTextAsync("personne aide.");
        await odette.Locator(".cm-content").ClickAsync();
        await odette.Keyboard.PressAsync("Control+End");
        await samira.Keyboard.PressAsync("Control+Home");
        await Task.WhenAll(
            samira.Keyboard.TypeAsync("Le samedi matin : "),
            odette.Keyboard.TypeAsync(" On remplit son carnet.")
        );

        await HasWordsAsync(samira);
        await HasWordsAsync(odette);
        await odette.ReloadAsync();
        await HasWordsAsync(odette);
    }

    private static async Task VoteAsync(IPage claire, IPage samira, IPage odette)
    {
        await claire.GotoAsync($"{Space}/atelier");
        await claire.GetByRole(AriaRole.Link, new() { Name = Title }).ClickAsync();
        var text = new Uri(claire.Url).PathAndQuery;
        foreach (var step in new[] { "Commencer à l’écrire ensemble", "La mettre en débat" })
        {
            await claire.GotoAsync(text);
            await claire
                .GetByRole(AriaRole.Link, new() { Name = "Faire avancer la proposition" })
                .ClickAsync();
            await claire.GetByLabel(step).CheckAsync();
            await claire.PressAsync("Confirmer");
        }

        await claire.GotoAsync($"{Space}/scrutins");
        await claire
            .GetByRole(AriaRole.Link, new() { NameRegex = new($"^Préparer le scrutin.*{Title}") })
            .ClickAsync();
        await claire.GetByLabel("Majorité simple").CheckAsync();
        await claire.GetByLabel("Quorum").FillAsync("0");
        await claire.PressAsync("Préparer le scrutin");
        var ballot = new Uri(claire.Url).PathAndQuery;
        await samira.GotoAsync(ballot);
        await claire.GetByRole(AriaRole.Link, new() { Name = "Ouvrir le scrutin" }).ClickAsync();
        await claire.PressAsync("Ouvrir le scrutin");

        // Samira's page was open before: she is told, and need not reload.
        await Expect(samira.GetByRole(AriaRole.Link, new() { Name = "Voter", Exact = true }))
            .ToBeVisibleAsync();
        await odette.GotoAsync(ballot);
        foreach (var voter in new[] { samira, odette })
        {
            await voter.GetByRole(AriaRole.Link, new() { Name = "Voter", Exact = true }).ClickAsync();
            await voter.GetByLabel("Pour", new() { Exact = true }).CheckAsync();
            await voter.PressAsync("Continuer");
            await voter.PressAsync("Voter maintenant");
            await Expect(voter.GetByText("Votre vote est enregistré.").First).ToBeVisibleAsync();
        }

        await samira.GotoAsync(ballot);
        await Expect(samira.Locator("main")).Not.ToContainTextAsync("La proposition est adoptée");
        await claire.GotoAsync($"{ballot}/cloture");
        await claire.PressAsync("Clore et proclamer le résultat");
        await Expect(samira.Locator("main")).ToContainTextAsync("La proposition est adoptée");
    }

    /// <returns>The address of the published proposition.</returns>
    private async Task<string> PublishAsync(IPage claire)
    {
        await claire.GotoAsync($"{Space}/avis/assembler");
        await claire
            .GetByLabel("Titre de l’avis")
            .FillAsync("Des guichets près de chez soi (exemple fictif)");
        await claire.GetByLabel("Adresse de l’avis").FillAsync("guichets-pres-de-chez-soi");
        await claire.GetByLabel("Préambule").FillAsync("Nous avons écrit cet avis **ensemble**.");
        await claire.GetByLabel("Conclusion").FillAsync("Nous attendons une réponse.");
        await claire.GetByLabel("Mettre dans l’avis").First.CheckAsync();
        await claire.PressAsync("Voir l’aperçu");
        await Expect(claire.GetByText("Ceci est un aperçu.").First).ToBeVisibleAsync();
        Assert.Empty(await claire.BarriersAsync());
        await Expect(claire.Locator("main")).ToContainTextAsync(Title);
        await claire.GetByRole(AriaRole.Link, new() { Name = "Publier cet avis" }).ClickAsync();
        await claire.WaitForURLAsync("**/publication**");
        Assert.Empty(await claire.BarriersAsync());
        await claire
            .GetByLabel("Organisme qui doit répondre")
            .SelectOptionAsync(new SelectOptionValue { Value = "ministere-exemple" });
        await claire.PressAsync("Publier maintenant");

        var reader = await committee.Chromium.OpenAsync(committee.Address, scripts: false, width: 375);
        await reader.GotoAsync("/avis/guichets-pres-de-chez-soi");
        await Expect(reader.Locator("main")).ToContainTextAsync("samedi matin");
        Assert.Empty(await claire.BarriersAsync());
        return "/avis/guichets-pres-de-chez-soi/propositions/1";
    }

    private async Task AnswerAsync(string proposition)
    {
        var agent = await committee.EnterAsAsync("Béatrice");
        await agent.GotoAsync("/bureau/suivi");
        await agent.GetByLabel("Mots cherchés").FillAsync(Title);
        await agent.PressAsync("Chercher");
        await agent.GetByRole(AriaRole.Link, new() { NameRegex = new("^Répondre AC-") }).ClickAsync();
        await agent
            .GetByLabel("Statut")
            .SelectOptionAsync(new SelectOptionValue { Value = "under-review-no-law" });
        await agent
            .GetByLabel("Raison, en mots simples")
            .FillAsync("Nous comptons les mairies déjà ouvertes le samedi avant de décider.");
        await agent.GetByLabel("Votre fonction").FillAsync("Bureau des usagers");
        await agent.PressAsync("Voir ce que le public lira");
        var waiting = await committee.Chromium.OpenAsync(committee.Address, width: 375);
        await waiting.GotoAsync(proposition);
        await waiting.Locator("#traitement").ScrollIntoViewIfNeededAsync();
        await agent.PressAsync("Publier cette réponse");
        await ReadsTheNewAnswerAsync(waiting);

        var reader = await committee.Chromium.OpenAsync(committee.Address, scripts: false);
        await reader.GotoAsync(proposition);
        await Expect(reader.Locator("main")).ToContainTextAsync("Nous comptons les mairies");
        await Expect(reader.Locator("main")).ToContainTextAsync("Bureau des usagers");
    }

    /// <summary>An open page offers the new answer without moving, and shows it when asked to.</summary>
    private static async Task ReadsTheNewAnswerAsync(IPage reader)
    {
        var place = await reader.EvaluateAsync<double>("scrollY");
        var offer = reader.GetByRole(AriaRole.Button, new() { Name = "L’afficher" });
        await Expect(offer).ToBeVisibleAsync(new() { Timeout = 60_000 });
        Assert.Equal(place, await reader.EvaluateAsync<double>("scrollY"));
        await Expect(reader.Locator("#traitement")).Not.ToContainTextAsync("Nous comptons les mairies");
        Assert.Empty(await reader.BarriersAsync());
        await offer.PressAsync("Enter");
        await Expect(reader.Locator("#reponse-1")).ToBeFocusedAsync();
        await Expect(reader.Locator("#traitement")).ToContainTextAsync("Nous comptons les mairies");
        await Expect(offer).ToBeHiddenAsync();
    }

    /// <summary>A patient speaks without an account or scripts; a moderator publishes and links it; it stands beside the answer.</summary>
    private async Task SpeakAsync(string proposition)
    {
        var patient = await committee.Chromium.OpenAsync(committee.Address, scripts: false, width: 375);
        var number = await patient.GiveFeedbackAsync(
            "La mairie est fermée quand je sors du travail. Mon numéro : 06 12 34 56 78."
        );

        var moderator = await committee.EnterAsAsync("Léa");
        await moderator.GotoAsync($"/bureau/retours/{number}");
        await Expect(moderator.Locator("main")).Not.ToContainTextAsync("06 12 34 56 78");
        await moderator.PressAsync("Publier");
        await moderator.GotoAsync($"/bureau/retours/{number}");
        await moderator.LinkToAsync("samedi");

        var reader = await committee.Chromium.OpenAsync(committee.Address, scripts: false);
        await reader.GotoAsync(proposition);
        await Expect(reader.Locator("main")).ToContainTextAsync("La mairie est fermée");
        Assert.Empty(await moderator.BarriersAsync());
    }

    /// <summary>
    /// What both typed, and nothing else. A page that was reloaded first shows what its browser had kept, and then
    /// what it missed: the words are waited for.
    /// </summary>
    private static Task HasWordsAsync(IPage page) =>
        page.WaitForFunctionAsync(
            """
            words => [...document.querySelectorAll('.cm-line')].map(line => {
              const alone = line.cloneNode(true);
              alone.querySelectorAll('[class*=remote]').forEach(caret => caret.remove());
              return alone.textContent.replaceAll(/[\u00a0\u202f]/g, ' ');
            }).join('\n') === words
            """,
            "Le samedi matin : Chaque mairie ouvre. Une personne aide. On remplit son carnet."
        );
}
