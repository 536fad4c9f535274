using Microsoft.Playwright;

namespace Deliberation.Browser.Tests;

/// <summary>What a patient and a moderator do with their hands, question after question.</summary>
internal static class FeedbackSteps
{
    /// <summary>Answers what must be answered, says <paramref name="words"/>, sends.</summary>
    /// <returns>The feedback's public number.</returns>
    public static async Task<string> GiveFeedbackAsync(this IPage page, string words)
    {
        await page.GotoAsync("/retours/donner");
        var said = false;
        for (var step = 0; step < 15 && !page.Url.Contains("merci", StringComparison.Ordinal); step++)
        {
            var text = page.Locator("main textarea");
            if (await text.CountAsync() > 0 && !said)
            {
                await text.First.FillAsync(words);
                said = true;
            }
            else if (await page.Locator("main input[type=radio]").CountAsync() > 0)
            {
                await page.Locator("main input[type=radio]").First.CheckAsync();
            }

            var send = page.GetByRole(AriaRole.Button, new() { NameRegex = new("Envoyer") });
            var go =
                await send.CountAsync() > 0
                    ? send
                    : page.GetByRole(AriaRole.Button, new() { Name = "Continuer" });
            await go.First.ClickAsync();
            if (await page.GetByText("RU-20").CountAsync() > 0)
            {
                break;
            }
        }

        var shown = await page.Locator("main").InnerTextAsync();
        return System
            .Text.RegularExpressions.Regex.Match(shown, @"RU-\d{4}-\d+", default, TimeSpan.FromSeconds(1))
            .Value;
    }

    /// <summary>Looks for a proposition by a word of its title and links the feedback to the first found.</summary>
    public static async Task LinkToAsync(this IPage page, string word)
    {
        await page.Locator("form#chercher input[type=search], form#chercher input[type=text]")
            .First.FillAsync(word);
        await page.Locator("form#chercher button").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Relier") }).First.ClickAsync();
    }
}
