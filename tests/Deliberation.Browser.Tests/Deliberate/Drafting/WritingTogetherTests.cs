using Deliberation.Testing;
using Microsoft.Playwright;

namespace Deliberation.Browser.Tests.Deliberate.Drafting;

/// <summary>Real browsers on one text of a real server.</summary>
public sealed class WritingTogetherTests : OpenWorkroom
{
    private const int Letters = 40;

    [Fact]
    public async Task Two_members_write_lose_the_line_and_the_server_and_keep_every_word()
    {
        var samira = await OpenAsync(Atelier.Member);
        var jean = await OpenAsync(Atelier.Facilitator);
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
        Running.Kill();
        await Assertions.Expect(jean.Locator("live-text")).ToHaveAttributeAsync("data-status", "offline");
        await his.ClickAsync();
        await jean.Keyboard.PressAsync("Control+Home");
        await jean.Keyboard.TypeAsync("Début. ");
        await Running.StartAsync();
        await samira.Context.SetOfflineAsync(false);

        const string all = "Début. Le carnet est lisible 😀. Hors ligne.";
        await Assertions.Expect(his).ToHaveTextAsync(all);
        await Assertions.Expect(hers).ToHaveTextAsync(all);
        await Assertions.Expect(samira.Locator(".saved-state")).ToHaveTextAsync("Tout est enregistré.");
    }

    [Fact]
    public async Task A_page_closed_while_offline_finds_its_words_again()
    {
        var samira = await OpenAsync(Atelier.Member);
        await samira.Locator(".cm-content").ClickAsync();
        await samira.Keyboard.TypeAsync("Écrit.");
        await Assertions.Expect(samira.Locator("live-text")).ToHaveAttributeAsync("data-status", "saved");
        Running.Kill();
        await samira.Keyboard.TypeAsync(" Pas encore parti.");
        await samira.WaitForTimeoutAsync(1_000);
        await Running.StartAsync();

        // The page is left before the line is back.
        await samira.GotoAsync("/sante");
        await samira.GotoAsync(Atelier.TextAddress);

        await Assertions.Expect(samira.Locator(".cm-content")).ToHaveTextAsync("Écrit. Pas encore parti.");
        await Assertions.Expect(samira.Locator("live-text")).ToHaveAttributeAsync("data-status", "saved");
    }

    [Fact]
    public async Task One_writes_on_with_the_line_cut_while_another_types_and_both_keep_every_word()
    {
        using var line = new CuttableLine(Running.Address);
        var samira = await OpenAsync(Atelier.Member, width: 375, line.Address);
        var jean = await OpenAsync(Atelier.Facilitator);
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
        using var slow = new CuttableLine(Running.Address, TimeSpan.FromMilliseconds(300));
        using var cut = new CuttableLine(Running.Address);
        var desk = await OpenAsync(Atelier.Facilitator);
        var phone = await OpenAsync(Atelier.Member, width: 375);
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

        await form.GotoAsync(Atelier.TextAddress);
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
    public async Task The_editor_works_by_keyboard_and_has_no_barrier()
    {
        var samira = await OpenAsync(Atelier.Member, width: 375);
        await samira.GetByRole(AriaRole.Button, new() { Name = "Titre", Exact = true }).FocusAsync();
        await samira.Keyboard.PressAsync("Enter");
        await samira.Keyboard.TypeAsync("Un titre");

        await Assertions.Expect(samira.Locator(".cm-content")).ToHaveTextAsync("## Un titre");
        Assert.Empty(await samira.BarriersAsync());
        await samira.Keyboard.PressAsync("Tab");
        await Assertions.Expect(samira.Locator(".cm-content")).Not.ToBeFocusedAsync();
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
}
