using Microsoft.Playwright;

namespace Deliberation.Browser.Tests;

/// <summary>A picture to look at, kept only when a folder is named in <c>PICTURES</c>.</summary>
internal static class Picture
{
    public static async Task TakeAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("PICTURES") is { Length: > 0 } folder)
        {
            var path = Path.Combine(folder, $"{name}.png");
            await page.ScreenshotAsync(
                new PageScreenshotOptions
                {
                    Path = path,
                    FullPage = await page.Locator(".cm-editor, mark#mots").CountAsync() == 0,
                }
            );
        }
    }
}
