using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Deliberation.Browser.Tests;

/// <summary>A real browser, in French, on a phone or a desk; each person has a context of their own.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Paths =
    [
        Environment.GetEnvironmentVariable("CHROMIUM") ?? "",
        "/usr/bin/chromium-headless-shell",
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
    ];

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async Task InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions
            {
                ExecutablePath = Paths.First(File.Exists),
                Headless = true,
                Args =
                [
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                ],
            }
        );
    }

    /// <summary>A new person's browser.</summary>
    public async Task<IPage> OpenAsync(
        Uri address,
        bool scripts = true,
        int width = 1280,
        string locale = "fr-FR"
    )
    {
        var context = await browser!.NewContextAsync( // set when the fixture was initialised
            new BrowserNewContextOptions
            {
                BaseURL = address.ToString(),
                Locale = locale,
                JavaScriptEnabled = scripts,
                ViewportSize = new ViewportSize { Width = width, Height = width < 500 ? 740 : 900 },
            }
        );
        context.SetDefaultTimeout(20_000);
        return await context.NewPageAsync();
    }

    public async Task DisposeAsync()
    {
        await (browser?.CloseAsync() ?? Task.CompletedTask);
        playwright?.Dispose();
    }
}

internal static class Hands
{
    /// <summary>Presses a button that sends a form, and waits until the page that answers is there.</summary>
    public static async Task PressAsync(this IPage page, string button)
    {
        await page.RunAndWaitForResponseAsync(
            () => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync(),
            answer => answer.Request.IsNavigationRequest && answer.Status is not (302 or 303)
        );
        await page.WaitForLoadStateAsync();
    }
}

internal static class PageChecks
{
    private static readonly string[] Standards =
    [
        "wcag2a",
        "wcag2aa",
        "wcag21a",
        "wcag21aa",
        "wcag22aa",
        "RGAAv4",
    ];

    /// <summary>What axe finds against WCAG 2.2 A and AA and RGAA 4, one line each.</summary>
    public static async Task<IReadOnlyList<string>> BarriersAsync(this IPage page)
    {
        var result = await page.RunAxe(
            new Deque.AxeCore.Commons.AxeRunOptions
            {
                RunOnly = new Deque.AxeCore.Commons.RunOnlyOptions { Type = "tag", Values = [.. Standards] },
            }
        );
        return
        [
            .. result.Violations.SelectMany(violation =>
                violation.Nodes.Select(node => $"{page.Url} {violation.Id}: {node.Html}")
            ),
        ];
    }
}
