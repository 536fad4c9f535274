using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Deliberation.Browser.Tests;

/// <summary>A moderator goes through the queue by keyboard, and may turn single keys off.</summary>
[Collection(Living.Name)]
public sealed class ModerationKeysTests(LivingCommittee committee)
{
    [Fact]
    public async Task A_moderator_goes_through_the_queue_by_keyboard()
    {
        var moderator = await committee.EnterAsAsync("Léa");
        await moderator.GotoAsync("/bureau/retours");
        var rows = moderator.Locator("[data-row]");

        await moderator.Keyboard.PressAsync("j");
        await Expect(rows.First).ToBeFocusedAsync();
        await moderator.Keyboard.PressAsync("j");
        await Expect(rows.Nth(1)).ToBeFocusedAsync();
        await moderator.Keyboard.PressAsync("ArrowUp");
        await Expect(rows.First).ToBeFocusedAsync();
        Assert.Empty(await moderator.BarriersAsync());
        await moderator.Keyboard.PressAsync("Enter");
        await moderator.WaitForURLAsync("**/bureau/retours/RU-*");
        await moderator.Keyboard.PressAsync("m");
        await Expect(moderator.Locator("#mots")).ToBeFocusedAsync();
        await moderator.Keyboard.PressAsync("j");
        await Expect(moderator.Locator("#mots")).ToHaveValueAsync("j");
        Assert.Empty(await moderator.BarriersAsync());

        await moderator.GetByLabel("Ces touches agissent seules").UncheckAsync();
        await moderator.ReloadAsync();
        await moderator.Keyboard.PressAsync("m");
        await Expect(moderator.Locator("#mots")).Not.ToBeFocusedAsync();
        await moderator.GetByLabel("Ces touches agissent seules").CheckAsync();
    }
}
