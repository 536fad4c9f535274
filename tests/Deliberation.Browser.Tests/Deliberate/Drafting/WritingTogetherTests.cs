using Deliberation.Testing;
using Microsoft.Playwright;

namespace Deliberation.Browser.Tests.Deliberate.Drafting;

/// <summary>Two real browsers on one text of a real server.</summary>
public sealed class WritingTogetherTests : IAsyncLifetime
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
    }

    [Fact]
    public async Task Two_members_write_lose_the_line_and_the_server_and_keep_every_word()
    {
        var samira = await OpenAsync(atelier.Member);
        var jean = await OpenAsync(atelier.Facilitator);
        var (hers, his) = (samira.Locator(".cm-content"), jean.Locator(".cm-content"));
        await Assertions.Expect(samira.Locator(".presence-person")).ToHaveCountAsync(2);

        await hers.ClickAsync();
        await samira.Keyboard.TypeAsync("Le carnet est lisible 😀.");
        await Assertions.Expect(his).ToContainTextAsync("Le carnet est lisible 😀.");
        await Assertions
            .Expect(jean.Locator(".remote-caret .name"))
            .ToHaveAttributeAsync("data-name", "Samira");

        await samira.Context.SetOfflineAsync(true);
        await samira.Keyboard.TypeAsync(" Hors ligne.");
        running.Kill();
        await Assertions.Expect(jean.Locator("live-text")).ToHaveAttributeAsync("data-status", "offline");
        await his.ClickAsync();
        await jean.Keyboard.PressAsync("Control+Home");
        await jean.Keyboard.TypeAsync("Début. ");
        await running.StartAsync();
        await samira.Context.SetOfflineAsync(false);

        const string all = "Début. Le carnet est lisible 😀. Hors ligne.";
        await Assertions.Expect(his).ToHaveTextAsync(all);
        await Assertions.Expect(hers).ToHaveTextAsync(all);
        await Assertions.Expect(samira.Locator(".saved-state")).ToHaveTextAsync("Tout est enregistré.");
    }

    [Fact]
    public async Task A_page_closed_while_offline_finds_its_words_again()
    {
        var samira = await OpenAsync(atelier.Member);
        await samira.Locator(".cm-content").ClickAsync();
        await samira.Keyboard.TypeAsync("Écrit.");
        await Assertions.Expect(samira.Locator("live-text")).ToHaveAttributeAsync("data-status", "saved");
        running.Kill();
        await samira.Keyboard.TypeAsync(" Pas encore parti.");
        await samira.WaitForTimeoutAsync(1_000);
        await running.StartAsync();

        // The page is left before the line is back.
        await samira.GotoAsync("/sante");
        await samira.GotoAsync(atelier.TextAddress);

        await Assertions.Expect(samira.Locator(".cm-content")).ToHaveTextAsync("Écrit. Pas encore parti.");
        await Assertions.Expect(samira.Locator("live-text")).ToHaveAttributeAsync("data-status", "saved");
    }

    [Fact]
    public async Task One_writes_on_with_the_line_cut_while_another_types_and_both_keep_every_word()
    {
        using var line = new CuttableLine(running.Address);
        var samira = await OpenAsync(atelier.Member, width: 375, line.Address);
        var jean = await OpenAsync(atelier.Facilitator);
        await samira.Locator(".cm-content").ClickAsync();
        await samira.Keyboard.TypeAsync("Avant.");
        await Assertions.Expect(jean.Locator(".cm-content")).ToHaveTextAsync("Avant.");

        line.Cut();
        await samira.Keyboard.TypeAsync(" Seule.");
        await jean.Locator(".cm-content").ClickAsync();
        await jean.Keyboard.PressAsync("Control+Home");
        await jean.Keyboard.TypeAsync("Pendant ce temps. ");
        await Assertions
            .Expect(samira.Locator(".saved-state"))
            .ToContainTextAsync("gardé sur cet appareil, puis sera envoyé");
        await Assertions.Expect(samira.Locator(".cm-content")).ToHaveTextAsync("Avant. Seule.");
        await Picture.TakeAsync(samira, "hors-ligne-375");
        line.Mend();

        const string all = "Pendant ce temps. Avant. Seule.";
        await Assertions.Expect(samira.Locator(".cm-content")).ToHaveTextAsync(all);
        await Assertions.Expect(jean.Locator(".cm-content")).ToHaveTextAsync(all);
        await Assertions.Expect(samira.Locator(".saved-state")).ToHaveTextAsync("Tout est enregistré.");
    }

    [Fact]
    public async Task The_editor_works_by_keyboard_and_has_no_barrier()
    {
        var samira = await OpenAsync(atelier.Member, width: 375);
        await samira.GetByRole(AriaRole.Button, new() { Name = "Titre", Exact = true }).FocusAsync();
        await samira.Keyboard.PressAsync("Enter");
        await samira.Keyboard.TypeAsync("Un titre");

        await Assertions.Expect(samira.Locator(".cm-content")).ToHaveTextAsync("## Un titre");
        Assert.Empty(await samira.BarriersAsync());
        await samira.Keyboard.PressAsync("Tab");
        await Assertions.Expect(samira.Locator(".cm-content")).Not.ToBeFocusedAsync();
    }

    public async Task DisposeAsync()
    {
        await chromium.DisposeAsync();
        await backstage.DisposeAsync();
        running.Dispose();
    }

    private async Task<IPage> OpenAsync(Guid person, int width = 1280, Uri? by = null)
    {
        var page = await chromium.OpenAsync(by ?? running.Address, width: width);
        var cookie = backstage.CookieOf(person).Split('=', 2);
        await page.Context.AddCookiesAsync([
            new Cookie
            {
                Name = cookie[0],
                Value = cookie[1],
                Url = (by ?? running.Address).ToString(),
            },
        ]);
        await page.GotoAsync(atelier.TextAddress);
        await page.Locator(".cm-content").WaitForAsync();
        return page;
    }
}
