using Deliberation.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Membership = Deliberation.Domain.Assemble.Membership.Membership;

namespace Deliberation.Browser.Tests.Deliberate.Drafting;

/// <summary>What becomes of words that could not be sent.</summary>
public sealed class LastWordsTests : OpenWorkroom
{
    [Fact]
    public async Task On_a_shared_computer_nobody_sees_or_sends_what_another_could_not()
    {
        var page = await OpenAsync(Atelier.Member);
        await page.Locator(".cm-content").ClickAsync();
        await page.Keyboard.TypeAsync("Écrit.");
        await Assertions.Expect(page.Locator("live-text")).ToHaveAttributeAsync("data-status", "saved");
        Running.Kill();
        await page.Keyboard.TypeAsync(" Confidence de Samira.");
        await page.WaitForTimeoutAsync(1_000);
        await Running.StartAsync();
        await page.GotoAsync("/sante");

        await EnterAsync(page, Atelier.Facilitator);
        await Assertions.Expect(page.Locator("live-text")).ToHaveAttributeAsync("data-status", "saved");
        await Assertions.Expect(page.Locator(".cm-content")).ToHaveTextAsync("Écrit.");
        await page.GotoAsync("/sante");
        await EnterAsync(page, Atelier.Member);

        await Assertions.Expect(page.Locator(".cm-content")).ToHaveTextAsync("Écrit. Confidence de Samira.");
        await Assertions.Expect(page.Locator("live-text")).ToHaveAttributeAsync("data-status", "saved");
        await page.GotoAsync($"{Atelier.TextAddress}/historique");
        await Assertions.Expect(page.Locator(".presence-person")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Words_held_back_by_a_freeze_are_said_to_be_and_not_to_be_on_their_way()
    {
        using var line = new CuttableLine(Running.Address);
        var samira = await OpenAsync(Atelier.Member, width: 375, line.Address);
        var jean = await OpenAsync(Atelier.Facilitator, scripts: false);
        await samira.Locator(".cm-content").ClickAsync();
        await samira.Keyboard.TypeAsync("Avant.");
        await Assertions.Expect(samira.Locator("live-text")).ToHaveAttributeAsync("data-status", "saved");

        line.Cut();
        await samira.Keyboard.TypeAsync(" Trop tard.");
        await jean.GotoAsync($"{Atelier.Address}/avis/{Atelier.DraftId}/plan");
        await jean.PressAsync("Verrouiller Un carnet lisible");
        line.Mend();

        await Assertions
            .Expect(samira.Locator(".saved-state"))
            .ToHaveTextAsync("Vos derniers mots ne sont pas dans le texte gelé. Copiez-les si vous y tenez.");
        await Assertions.Expect(samira.Locator("#live-alert")).ToContainTextAsync("Copiez-les");
        await Assertions.Expect(samira.Locator(".cm-content")).ToHaveTextAsync("Avant. Trop tard.");
        await Assertions
            .Expect(samira.GetByRole(AriaRole.Button, new() { Name = "Gras" }))
            .Not.ToBeVisibleAsync();
        await Assertions
            .Expect(samira.GetByRole(AriaRole.Button, new() { Name = "Aperçu" }))
            .ToBeVisibleAsync();
        Assert.Empty(await samira.BarriersAsync());
        await Picture.TakeAsync(samira, "gele-375");
    }

    [Fact]
    public async Task What_is_typed_before_the_line_is_there_stays_and_the_writing_goes_on()
    {
        var jean = await OpenAsync(Atelier.Facilitator);
        await jean.Locator(".cm-content").ClickAsync();
        await jean.Keyboard.TypeAsync("Un.");
        await Assertions.Expect(jean.Locator("live-text")).ToHaveAttributeAsync("data-status", "saved");
        var samira = await OpenAsync(Atelier.Member);
        await samira.AddInitScriptAsync(
            """
            const Line = WebSocket;
            window.WebSocket = class extends Line {
              constructor(...to) {
                if (!window.isThere) throw new Error('Not yet.');
                super(...to);
              }
            };
            """
        );
        await samira.ReloadAsync();

        await samira.Locator("textarea").ClickAsync();
        await samira.Keyboard.PressAsync("Control+End");
        await samira.Keyboard.TypeAsync(" Deux");
        await jean.Keyboard.PressAsync("Control+Home");
        await jean.Keyboard.TypeAsync("Zéro. ");
        await samira.EvaluateAsync("window.isThere = true");
        await Assertions.Expect(samira.Locator(".cm-content")).ToHaveTextAsync("Zéro. Un. Deux");
        await Assertions.Expect(samira.Locator(".cm-content")).ToBeFocusedAsync();
        await samira.Keyboard.TypeAsync(" et trois.");

        await Assertions.Expect(jean.Locator(".cm-content")).ToHaveTextAsync("Zéro. Un. Deux et trois.");
    }

    [Fact]
    public async Task Whoever_no_longer_belongs_is_told_so_and_keeps_their_last_words_before_their_eyes()
    {
        var samira = await OpenAsync(Atelier.Member);
        await samira.Locator(".cm-content").ClickAsync();
        await samira.Keyboard.TypeAsync("Avant.");
        await Assertions.Expect(samira.Locator("live-text")).ToHaveAttributeAsync("data-status", "saved");

        await Backstage.ReadAsync(async db =>
        {
            var place = await db.Set<Membership>().SingleAsync(p => p.PersonId == Atelier.Member);
            place.End(DateTimeOffset.UtcNow);
            return await db.SaveChangesAsync();
        });
        await samira.Keyboard.TypeAsync(" Après.");

        await Assertions.Expect(samira.Locator("live-text")).ToHaveAttributeAsync("data-status", "revoked");
        await Assertions.Expect(samira.Locator("#live-alert")).Not.ToBeEmptyAsync();
        await Assertions.Expect(samira.Locator(".cm-content")).ToContainTextAsync("Avant.");
    }

    /// <summary>Someone else signs in on the same computer.</summary>
    private async Task EnterAsync(IPage page, Guid person)
    {
        var cookie = Backstage.CookieOf(person).Split('=', 2);
        await page.Context.ClearCookiesAsync();
        await page.Context.AddCookiesAsync([
            new Cookie
            {
                Name = cookie[0],
                Value = cookie[1],
                Url = Running.Address.ToString(),
            },
        ]);
        await page.GotoAsync(Atelier.TextAddress);
        await page.Locator(".cm-content").WaitForAsync();
    }
}
