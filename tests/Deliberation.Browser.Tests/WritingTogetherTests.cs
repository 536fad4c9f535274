using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Deliberation.Browser.Tests;

/// <summary>Two members, one at a desk and one on a phone, in their own browsers, on one text.</summary>
[Collection(Living.Name)]
public sealed class WritingTogetherTests(LivingCommittee committee)
{
    private const string Space = "/dispositifs/comite-demo";
    private const string Title = "Un guichet ouvert le samedi";

    [Fact]
    public async Task Two_members_write_one_proposal_at_once_and_hold_the_same_words()
    {
        var samira = await committee.EnterAsAsync("Samira");
        var odette = await committee.EnterAsAsync("Odette", width: 375);

        await WriteTogetherAsync(samira, odette);
    }

    /// <summary>Both hold the same words, typed at the same time; a reload shows them again.</summary>
    private static async Task WriteTogetherAsync(IPage samira, IPage odette)
    {
        await samira.GotoAsync($"{Space}/atelier");
        await samira.GetByRole(AriaRole.Link, new() { Name = "Ajouter une proposition" }).First.ClickAsync();
        await samira.GetByLabel("Titre de la proposition").FillAsync(Title);
        await samira.GetByRole(AriaRole.Button, new() { Name = "Ajouter", Exact = true }).ClickAsync();
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

        foreach (var page in new[] { samira, odette })
        {
            await Expect(page.Locator(".cm-content")).ToContainTextAsync("samedi");
            await Expect(page.Locator(".cm-content")).ToContainTextAsync("carnet");
        }

        await Expect(samira.Locator(".cm-content")).ToContainTextAsync("son carnet.");
        await Expect(odette.Locator(".cm-content")).ToContainTextAsync("samedi matin");
        var together = await WordsAsync(samira);
        Assert.Equal(together, await WordsAsync(odette));
        await odette.ReloadAsync();
        await Expect(odette.Locator(".cm-content")).ToContainTextAsync("samedi");
        Assert.Equal(together, await WordsAsync(odette));
    }

    /// <summary>The words alone, without the carets and names of others.</summary>
    private static Task<string> WordsAsync(IPage page) =>
        page.EvaluateAsync<string>(
            "[...document.querySelectorAll('.cm-line')].map(l => { const c = l.cloneNode(true); c.querySelectorAll('[class*=remote]').forEach(n => n.remove()); return c.textContent; }).join('\\n')"
        );
}
