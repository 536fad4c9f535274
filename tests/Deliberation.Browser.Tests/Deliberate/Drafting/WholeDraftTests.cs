using Deliberation.Web.Features.Deliberate.Drafting;
using Microsoft.Playwright;

namespace Deliberation.Browser.Tests.Deliberate.Drafting;

/// <summary>A whole draft on one page: read from end to end, and written in place.</summary>
public sealed class WholeDraftTests : OpenWorkroom
{
    private const string First = "Un carnet lisible";
    private const string Second = "Un guichet proche";

    private Guid second;

    private string Address => $"{Atelier.Address}/avis/{Atelier.DraftId}";

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        var other = await Backstage.SendAsync(
            new Start.Command(Atelier.DraftId, null, Second, Atelier.Member)
        );
        second = other.DocumentId;
    }

    [Fact]
    public async Task Several_texts_are_written_on_one_page_over_one_line()
    {
        var samira = await OpenAsync(Atelier.Member);
        var jean = await OpenAsync(Atelier.Facilitator);
        var lines = 0;
        samira.WebSocket += (_, _) => lines++;
        await samira.GotoAsync(Address);
        foreach (var title in new[] { First, Second })
        {
            await Link(samira, title).ClickAsync();
            await IsInAsync(samira, title);
            await samira.Keyboard.TypeAsync($"{title}, écrit ici.");
        }

        await Assertions.Expect(jean.Locator(".cm-content")).ToHaveTextAsync($"{First}, écrit ici.");
        await jean.GotoAsync($"{Atelier.Address}/textes/{second}");
        await jean.Locator(".cm-content").ClickAsync();
        await jean.Keyboard.PressAsync("Control+End");
        await jean.Keyboard.TypeAsync(" Et lu là-bas.");

        await Assertions
            .Expect(samira.Locator(".cm-content").Nth(1))
            .ToHaveTextAsync($"{Second}, écrit ici. Et lu là-bas.");
        await Assertions.Expect(samira.Locator(".cm-content").First).ToHaveTextAsync($"{First}, écrit ici.");
        Assert.Equal(1, lines);
        Assert.Empty(await samira.BarriersAsync());
        await Picture.TakeAsync(samira, "plusieurs-textes-1280");
    }

    [Fact]
    public async Task Texts_opened_on_one_page_come_back_together_after_the_line_was_lost()
    {
        var samira = await OpenAsync(Atelier.Member, width: 375);
        await samira.GotoAsync(Address);
        foreach (var title in new[] { First, Second })
        {
            await Link(samira, title).ClickAsync();
            await IsInAsync(samira, title);
            await samira.Keyboard.TypeAsync("Avant.");
        }

        var texts = samira.Locator("live-text");
        await Assertions.Expect(texts.First).ToHaveAttributeAsync("data-status", "saved");
        Running.Kill();
        await Assertions.Expect(texts.First).ToHaveAttributeAsync("data-status", "offline");
        await samira.Keyboard.TypeAsync(" Pendant.");
        await samira.Locator(".cm-content").First.ClickAsync();
        await samira.Keyboard.PressAsync("Control+End");
        await samira.Keyboard.TypeAsync(" Aussi.");
        await Picture.TakeAsync(samira, "plusieurs-textes-hors-ligne-375");
        await Running.StartAsync();

        foreach (var (place, words) in new[] { (0, "Avant. Aussi."), (1, "Avant. Pendant.") })
        {
            await Assertions.Expect(texts.Nth(place)).ToHaveAttributeAsync("data-status", "saved");
            await Assertions.Expect(samira.Locator(".cm-content").Nth(place)).ToHaveTextAsync(words);
        }

        await samira.ReloadAsync();
        await Assertions.Expect(samira.Locator("main")).ToContainTextAsync("Avant. Aussi.");
        await Assertions.Expect(samira.Locator("main")).ToContainTextAsync("Avant. Pendant.");
    }

    [Fact]
    public async Task A_text_of_the_whole_is_written_by_the_keyboard_alone()
    {
        var samira = await OpenAsync(Atelier.Member);
        await samira.GotoAsync(Address);
        await ReachByKeyboardAsync(samira, $"open-text[label='{Second}'] a[data-write]");
        await samira.Keyboard.PressAsync("Enter");
        await IsInAsync(samira, Second);
        await samira.Keyboard.TypeAsync("Au clavier.");

        await Assertions.Expect(samira.Locator("live-text")).ToHaveAttributeAsync("data-status", "saved");
        await samira.Keyboard.PressAsync("Tab");
        await Assertions.Expect(samira.Locator(".cm-content")).Not.ToBeFocusedAsync();
        await samira.ReloadAsync();
        await Assertions.Expect(samira.Locator("main")).ToContainTextAsync("Au clavier.");
    }

    [Fact]
    public async Task Without_scripts_the_whole_is_read_and_each_text_has_its_form()
    {
        var samira = await OpenAsync(Atelier.Member, width: 375, scripts: false);
        await samira.GotoAsync(Address);
        await Link(samira, Second).ClickAsync();
        await SaveAsync(samira, "Par un formulaire.");
        await samira.GotoAsync(Address);

        await Assertions.Expect(samira.Locator("main")).ToContainTextAsync("Par un formulaire.");
        await Picture.TakeAsync(samira, "tout-le-projet-sans-scripts-375");
    }

    private static ILocator Link(IPage page, string title) =>
        page.GetByRole(AriaRole.Link, new() { Name = $"Écrire ce texte : {title}" });

    private static Task IsInAsync(IPage page, string title) =>
        page.WaitForFunctionAsync(
            "title => document.activeElement.getAttribute('aria-label') === title",
            title
        );
}
