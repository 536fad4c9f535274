using Deliberation.Domain.Assemble.Membership;
using Deliberation.Testing;
using Microsoft.Playwright;

namespace Deliberation.Browser.Tests.Deliberate.Drafting;

/// <summary>A server of one's own with one text in its workroom, and people who come with their browsers.</summary>
public abstract class OpenWorkroom : IAsyncLifetime
{
    private readonly Chromium chromium = new();

    private protected RunningProduct Running { get; } = new();

    private protected Backstage Backstage { get; private set; } = null!; // set before each test

    private protected Atelier Atelier { get; private set; } = null!; // set before each test

    public virtual async Task InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(30_000);
        await Running.StartAsync();
        await chromium.InitializeAsync();
        Backstage = new Backstage(Running);
        Atelier = await Given.AtelierAsync(Backstage);
    }

    public async Task DisposeAsync()
    {
        await chromium.DisposeAsync();
        await Backstage.DisposeAsync();
        Running.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected Task<Guid> WelcomeAsync(string name) =>
        Given.InSpaceAsync(Backstage, Atelier.Space.Id, SpaceRole.Member, name);

    /// <summary>The text, open for a person; over another way to the server when one is given.</summary>
    private protected async Task<IPage> OpenAsync(
        Guid person,
        int width = 1280,
        Uri? by = null,
        bool scripts = true
    )
    {
        var page = await chromium.OpenAsync(by ?? Running.Address, scripts, width);
        var cookie = Backstage.CookieOf(person).Split('=', 2);
        await page.Context.AddCookiesAsync([
            new Cookie
            {
                Name = cookie[0],
                Value = cookie[1],
                Url = (by ?? Running.Address).ToString(),
            },
        ]);
        await page.GotoAsync(Atelier.TextAddress);
        await page.Locator(scripts ? ".cm-content" : "textarea[name='Data.Text']").WaitForAsync();
        return page;
    }

    private protected static async Task SaveAsync(IPage page, string words)
    {
        await page.Locator("textarea[name='Data.Text']").FillAsync(words);
        await page.PressAsync("Enregistrer");
    }

    /// <summary>Tab by tab, until what has the focus matches.</summary>
    private protected static async Task ReachByKeyboardAsync(
        IPage page,
        string wanted = ".cm-content",
        int presses = 60
    )
    {
        for (var pressed = 0; pressed < presses; pressed++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("wanted => document.activeElement.matches(wanted)", wanted))
            {
                return;
            }
        }

        Assert.Fail($"{wanted} cannot be reached by the keyboard.");
    }
}
