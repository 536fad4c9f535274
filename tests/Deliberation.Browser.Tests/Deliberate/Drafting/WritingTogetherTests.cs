using Deliberation.Domain.Assemble.Membership;
using Deliberation.Testing;
using Deliberation.Web.Features.Deliberate.Drafting;
using Microsoft.Playwright;

namespace Deliberation.Browser.Tests.Deliberate.Drafting;

/// <summary>Real browsers on one text of a real server.</summary>
public sealed class WritingTogetherTests : IAsyncLifetime
{
    private const int Letters = 40;

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
    public async Task Six_write_at_once_on_a_desk_a_phone_a_slow_line_a_cut_line_by_keyboard_and_by_form()
    {
        using var slow = new CuttableLine(running.Address, TimeSpan.FromMilliseconds(300));
        using var cut = new CuttableLine(running.Address);
        var desk = await OpenAsync(atelier.Facilitator);
        var phone = await OpenAsync(atelier.Member, width: 375);
        var far = await OpenAsync(await WelcomeAsync("Odette"), by: slow.Address);
        var train = await OpenAsync(await WelcomeAsync("Malik"), by: cut.Address);
        var keyboard = await OpenAsync(await WelcomeAsync("Hoa"));
        var form = await OpenAsync(await WelcomeAsync("Lucas"), scripts: false);
        await ReachByKeyboardAsync(keyboard);
        foreach (var page in new[] { desk, phone, far, train })
        {
            await page.Locator(".cm-content").ClickAsync();
        }

        await Task.WhenAll(
            TypeAsync(desk, 'a'),
            TypeAsync(phone, 'b'),
            TypeAsync(far, 'c'),
            TypeWithoutALineAsync(train, cut, 'd'),
            TypeAsync(keyboard, 'e'),
            SaveAsync(form, new string('f', Letters))
        );

        IPage[] live = [desk, phone, far, train, keyboard];
        foreach (var page in live)
        {
            await Assertions
                .Expect(page.Locator("live-text"))
                .ToHaveAttributeAsync("data-status", "saved", new() { Timeout = 60_000 });
        }

        await form.GotoAsync(atelier.TextAddress);
        var text = await form.Locator("textarea[name='Data.Text']").InputValueAsync();
        Assert.Equal(
            "abcdef".ToDictionary(letter => letter, _ => Letters),
            text.CountBy(letter => letter).ToDictionary()
        );
        foreach (var page in live)
        {
            await Assertions.Expect(page.Locator(".cm-content")).ToHaveTextAsync(text);
        }

        Assert.Empty(await keyboard.BarriersAsync());
        await Picture.TakeAsync(phone, "six-375");
        await Picture.TakeAsync(desk, "six-1280");
    }

    [Fact]
    public async Task Several_texts_of_a_draft_are_written_on_one_page()
    {
        var other = await backstage.SendAsync(
            new Start.Command(atelier.DraftId, null, "Un guichet proche", atelier.Member)
        );
        var samira = await OpenAsync(atelier.Member);
        var jean = await OpenAsync(atelier.Facilitator);
        await samira.GotoAsync($"{atelier.Address}/avis/{atelier.DraftId}");
        foreach (var title in new[] { "Un carnet lisible", "Un guichet proche" })
        {
            await samira.GetByRole(AriaRole.Link, new() { Name = $"Écrire ce texte : {title}" }).ClickAsync();
            await samira.WaitForFunctionAsync(
                "title => document.activeElement.getAttribute('aria-label') === title",
                title
            );
            await samira.Keyboard.TypeAsync($"{title}, écrit ici.");
        }

        await Assertions.Expect(jean.Locator(".cm-content")).ToHaveTextAsync("Un carnet lisible, écrit ici.");
        await jean.GotoAsync($"{atelier.Address}/textes/{other.DocumentId}");
        await Assertions.Expect(jean.Locator(".cm-content")).ToHaveTextAsync("Un guichet proche, écrit ici.");
        Assert.Empty(await samira.BarriersAsync());
        await Picture.TakeAsync(samira, "plusieurs-textes-1280");
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

    private static async Task TypeAsync(IPage page, char letter)
    {
        for (var typed = 0; typed < Letters; typed++)
        {
            await page.Keyboard.TypeAsync($"{letter}");
            await page.WaitForTimeoutAsync(30);
        }
    }

    private static async Task TypeWithoutALineAsync(IPage page, CuttableLine line, char letter)
    {
        await page.Keyboard.TypeAsync(new string(letter, Letters / 2));
        line.Cut();
        await page.Keyboard.TypeAsync(new string(letter, Letters - (Letters / 2)));
        await page.WaitForTimeoutAsync(1_000);
        line.Mend();
    }

    private static async Task SaveAsync(IPage page, string words)
    {
        await page.Locator("textarea[name='Data.Text']").FillAsync(words);
        await page.PressAsync("Enregistrer");
    }

    private static async Task ReachByKeyboardAsync(IPage page)
    {
        for (var presses = 0; presses < 40; presses++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("document.activeElement.matches('.cm-content')"))
            {
                return;
            }
        }

        Assert.Fail("The editor cannot be reached by the keyboard.");
    }

    private Task<Guid> WelcomeAsync(string name) =>
        Given.InSpaceAsync(backstage, atelier.Space.Id, SpaceRole.Member, name);

    private async Task<IPage> OpenAsync(Guid person, int width = 1280, Uri? by = null, bool scripts = true)
    {
        var page = await chromium.OpenAsync(by ?? running.Address, scripts, width);
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
        await page.Locator(scripts ? ".cm-content" : "textarea[name='Data.Text']").WaitForAsync();
        return page;
    }
}
