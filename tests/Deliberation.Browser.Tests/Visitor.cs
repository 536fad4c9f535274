using Microsoft.Playwright;

namespace Deliberation.Browser.Tests;

/// <summary>A person who fills pages in with a finger, or with the keyboard alone: then every control must be reached by Tab.</summary>
internal sealed class Visitor(IPage page, bool scripts, bool byKeyboard)
{
    private const int MostTabs = 250;
    private const int MostChoices = 60;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public IPage Page => page;

    public bool HasScripts => scripts;

    public async Task FillAsync(string field, string words)
    {
        if (!byKeyboard)
        {
            await page.Locator(field).FillAsync(words);
            return;
        }

        await ReachAsync(field);
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.TypeAsync(words);
    }

    /// <summary>Takes one of several choices of which one holds.</summary>
    public async Task ChooseAsync(string choice)
    {
        if (!byKeyboard)
        {
            await page.Locator(choice).CheckAsync();
            return;
        }

        await ReachAsync(choice, "e.name === document.activeElement.name");
        await page.Keyboard.PressAsync("Space");
        await PressUntilAsync("ArrowDown", choice, "e.checked");
    }

    /// <summary>Takes from a list the line with these words.</summary>
    public async Task SelectAsync(string list, string words)
    {
        if (!byKeyboard)
        {
            var line = page.Locator($"{list} option", new() { HasTextString = words }).First;
            await page.Locator(list).SelectOptionAsync((await line.GetAttributeAsync("value"))!); // an option of ours has a value
            return;
        }

        await ReachAsync(list);
        await page.Keyboard.PressAsync("Home");
        await PressUntilAsync("ArrowDown", list, $"e.selectedOptions[0].textContent.includes('{words}')");
    }

    /// <summary>Follows a link or presses a button, and waits for the page that answers.</summary>
    public async Task PressAsync(string control)
    {
        if (byKeyboard)
        {
            await ReachAsync(control);
        }

        var loaded = new TaskCompletionSource();
        void Tell(object? sender, IPage shown) => loaded.TrySetResult();
        page.Load += Tell;
        try
        {
            await (byKeyboard ? page.Keyboard.PressAsync("Enter") : page.Locator(control).First.ClickAsync());
            await loaded.Task.WaitAsync(Patience);
        }
        finally
        {
            page.Load -= Tell;
        }
    }

    private async Task ReachAsync(string control, string isThere = "e === document.activeElement")
    {
        for (var tabs = 0; tabs < MostTabs; tabs++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await IsAsync(control, isThere))
            {
                return;
            }
        }

        Assert.Fail($"{control} cannot be reached by the keyboard on {page.Url}");
    }

    private async Task PressUntilAsync(string key, string control, string isDone)
    {
        for (var presses = 0; presses < MostChoices; presses++)
        {
            if (await IsAsync(control, isDone))
            {
                return;
            }

            await page.Keyboard.PressAsync(key);
        }

        Assert.Fail($"{control} cannot be chosen by the keyboard on {page.Url}");
    }

    private Task<bool> IsAsync(string control, string what) =>
        page.Locator(control).First.EvaluateAsync<bool>($"e => {what}");
}
