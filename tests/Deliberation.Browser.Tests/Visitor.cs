using System.Globalization;
using Microsoft.Playwright;

namespace Deliberation.Browser.Tests;

/// <summary>A person who fills pages in with a finger, or with the keyboard alone: then every control must be reached by Tab.</summary>
internal sealed class Visitor(IPage page, bool scripts, bool byKeyboard)
{
    public const int Phone = 375;

    private const int MostTabs = 250;
    private const int MostChoices = 60;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public IPage Page => page;

    /// <summary>A phone of 375 pixels, for a reader who has not signed in.</summary>
    public static async Task<Visitor> OpenAsync(LivingCommittee committee, bool scripts, bool byKeyboard) =>
        new(await committee.Chromium.OpenAsync(committee.Address, scripts, Phone), scripts, byKeyboard);

    /// <summary>The same phone, in the hands of this persona.</summary>
    public static async Task<Visitor> EnterAsync(
        LivingCommittee committee,
        string persona,
        string language,
        bool scripts,
        bool byKeyboard
    )
    {
        var page = await committee.EnterAsAsync(persona, scripts, Phone);
        await page.GotoAsync($"/compte?langue={language}");
        return new Visitor(page, scripts, byKeyboard);
    }

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

    /// <summary>By the keyboard, in the order in which the browser asks for it: that of the machine, not of the page.</summary>
    public async Task FillDateAsync(string field, DateOnly day)
    {
        if (!byKeyboard)
        {
            await page.Locator(field).FillAsync(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            return;
        }

        await ReachAsync(field);
        var wanted = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        foreach (var order in new[] { "ddMMyyyy", "MMddyyyy" })
        {
            await page.Keyboard.TypeAsync(day.ToString(order, CultureInfo.InvariantCulture));
            if (await page.Locator(field).InputValueAsync() == wanted)
            {
                return;
            }

            await page.Keyboard.PressAsync("ArrowLeft");
            await page.Keyboard.PressAsync("ArrowLeft");
        }

        Assert.Fail($"{wanted} cannot be typed in {field} on {page.Url}");
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

    /// <summary>Takes one line of a list.</summary>
    /// <param name="line">What tells it from the others, as CSS does: <c>:has-text('Agence')</c>.</param>
    public async Task SelectAsync(string list, string line)
    {
        var value = await page.Locator($"{list} option{line}").First.GetAttributeAsync("value");
        if (!byKeyboard)
        {
            await page.Locator(list).SelectOptionAsync(value!); // an option of ours has a value
            return;
        }

        await ReachAsync(list);
        await page.Keyboard.PressAsync("Home");
        await PressUntilAsync("ArrowDown", list, $"e.value === '{value}'");
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

    /// <summary>Nothing is wider than the phone, and axe finds nothing.</summary>
    public async Task HasNoBarrierAsync()
    {
        Assert.True(
            await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"),
            $"{page.Url} is wider than the phone."
        );
        if (scripts) // axe waits for timers, which never ring where scripts are off
        {
            Assert.Empty(await page.BarriersAsync());
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
