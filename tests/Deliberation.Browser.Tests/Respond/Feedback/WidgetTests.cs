using Deliberation.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Deliberation.Browser.Tests.Respond.Feedback;

/// <summary>The form in a page of another site, in a browser that takes no cookie from third parties.</summary>
public sealed class WidgetTests : IAsyncLifetime
{
    private readonly Chromium chromium = new();
    private HostSite allowed = null!; // set before each test
    private HostSite stranger = null!; // set before each test
    private RunningProduct product = null!; // set before each test

    public async Task InitializeAsync()
    {
        allowed = await HostSite.StartAsync(() => product.Address);
        stranger = await HostSite.StartAsync(() => product.Address);
        product = new RunningProduct(
            new Dictionary<string, string> { ["Feedback__WidgetOrigins"] = allowed.Origin }
        );
        await Task.WhenAll(product.StartAsync(), chromium.InitializeAsync());
    }

    [Fact]
    public async Task A_patient_gives_feedback_inside_their_health_space()
    {
        var page = await chromium.OpenAsync(allowed.Address, width: 375);
        await RefuseThirdPartyCookiesAsync(page);
        await page.GotoAsync("/");
        var frame = page.FrameLocator("iframe[title='Donner un retour sur l’espace santé']");
        await Expect(frame.Locator("h1")).ToHaveTextAsync("Comment trouvez-vous votre espace santé ?");
        await FitsAsync(page);
        Assert.Empty(await page.BarriersAsync());
        Assert.Equal(
            "",
            await InFrameAsync(page, "document.cookie = 'essai=1; SameSite=None; Secure'; document.cookie")
        );
        Assert.Equal(
            "rgb(90, 44, 160)",
            await InFrameAsync(page, "getComputedStyle(document.querySelector('.button')).backgroundColor")
        );

        await AnswerByKeyboardAsync(page);
        for (var question = 2; question <= 9; question++)
        {
            await Expect(frame.Locator(".kicker")).ToHaveTextAsync($"Question {question} sur 9");
            await FitsAsync(page);
            await AnswerAsync(frame, question);
            await frame.GetByRole(AriaRole.Button, new() { Name = "Continuer" }).ClickAsync();
        }

        await Expect(frame.Locator("main")).ToContainTextAsync("[numéro de téléphone masqué]");
        await frame.GetByRole(AriaRole.Button, new() { Name = "Envoyer mon retour" }).ClickAsync();

        await Expect(frame.Locator("#code"))
            .ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^[0-9A-Z]{4}(-[0-9A-Z]{4}){2}$"));
        await FitsAsync(page);
        Assert.Empty(await page.BarriersAsync());
        Assert.Empty(await page.Context.CookiesAsync());
        var opened = await page.Context.RunAndWaitForPageAsync(() =>
            frame.GetByRole(AriaRole.Link, new() { NameRegex = new("^Voir mon retour") }).ClickAsync()
        );
        await Expect(opened.Locator("main")).ToContainTextAsync("La page se ferme");
    }

    [Fact]
    public async Task A_message_from_elsewhere_moves_nothing()
    {
        var page = await chromium.OpenAsync(allowed.Address);
        await page.GotoAsync("/");
        await FitsAsync(page);

        await page.EvaluateAsync(
            "new Promise(done => { addEventListener('message', e => { if (e.origin === origin) done(0); }); postMessage({ from: 'healthspace', height: 7, isNew: true }, '*'); })"
        );

        await FitsAsync(page);
    }

    [Fact]
    public async Task A_site_that_is_not_named_shows_no_form_and_without_scripts_the_link_stays()
    {
        var page = await chromium.OpenAsync(stranger.Address);
        await page.GotoAsync("/");
        await page.Locator("iframe").WaitForAsync();
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        Assert.DoesNotContain(
            page.Frames,
            frame => frame != page.MainFrame && frame.Url.Contains("/retours/", StringComparison.Ordinal)
        );

        var plain = await chromium.OpenAsync(allowed.Address, scripts: false);
        await plain.GotoAsync("/");
        await plain
            .GetByRole(AriaRole.Link, new() { Name = "Donner un retour sur l’espace santé" })
            .ClickAsync();
        await Expect(plain.Locator("main form#retour")).ToBeVisibleAsync();
    }

    public async Task DisposeAsync()
    {
        await chromium.DisposeAsync();
        product.Dispose();
        await allowed.DisposeAsync();
        await stranger.DisposeAsync();
    }

    /// <summary>https://chromedevtools.github.io/devtools-protocol/tot/Network/#method-setCookieControls</summary>
    private static async Task RefuseThirdPartyCookiesAsync(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("Network.enable");
        await session.SendAsync(
            "Network.setCookieControls",
            new Dictionary<string, object>
            {
                ["enableThirdPartyCookieRestriction"] = true,
                ["disableThirdPartyCookieMetadata"] = true,
                ["disableThirdPartyCookieHeuristics"] = true,
            }
        );
    }

    private static Task<string> InFrameAsync(IPage page, string script) =>
        page.Frames.Single(frame => frame != page.MainFrame).EvaluateAsync<string>(script);

    /// <summary>The frame is as high as what it shows: nothing scrolls inside it.</summary>
    private static async Task FitsAsync(IPage page)
    {
        var body = page.FrameLocator("iframe").Locator("body");
        await Patience.UntilAsync(async () =>
        {
            var inside = await body.EvaluateAsync<int>("body => body.offsetHeight");
            var outside = await page.Locator("iframe").EvaluateAsync<int>("frame => frame.offsetHeight");
            return inside > 100 && Math.Abs(inside - outside) <= 1;
        });
    }

    private static async Task AnswerByKeyboardAsync(IPage page)
    {
        const string Focused = "document.activeElement.type ?? ''";
        for (var presses = 0; presses < 12 && await InFrameAsync(page, Focused) != "radio"; presses++)
        {
            await page.Keyboard.PressAsync("Tab");
        }

        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("Enter");
    }

    private static async Task AnswerAsync(IFrameLocator frame, int question)
    {
        if (question == 2)
        {
            await frame.GetByRole(AriaRole.Radio).First.CheckAsync();
        }
        else if (question == 4)
        {
            await frame.Locator("textarea").FillAsync("La page se ferme. Appelez le 06 98 76 54 32.");
        }
    }
}
