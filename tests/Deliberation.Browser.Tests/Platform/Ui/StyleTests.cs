using Deliberation.Testing;
using Microsoft.Playwright;

namespace Deliberation.Browser.Tests.Platform.Ui;

/// <summary>Every component at once, as people with different eyes, hands and devices meet it.</summary>
public sealed class StyleTests(StyleTests.StylePage style) : IClassFixture<StyleTests.StylePage>
{
    private const string SpacedText =
        "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }"
        + " p { margin-block-end: 2em !important }";

    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 1280)]
    [InlineData(ColorScheme.Light, 375)]
    [InlineData(ColorScheme.Dark, 375)]
    public async Task No_barrier_in_any_light(ColorScheme scheme, int width)
    {
        var page = await style.OpenAsync(width);
        await page.EmulateMediaAsync(new() { ColorScheme = scheme });

        Assert.Empty(await page.BarriersAsync());
    }

    [Fact]
    public async Task No_barrier_after_a_refused_form_and_the_focus_is_on_what_to_correct()
    {
        var page = await style.OpenAsync(375);

        await page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer" }).ClickAsync();

        await Assertions.Expect(page.Locator("error-focus")).ToBeFocusedAsync();
        Assert.Empty(await page.BarriersAsync());
    }

    [Theory]
    [InlineData(320, "")]
    [InlineData(640, "html { font-size: 200% }")]
    [InlineData(375, SpacedText)]
    public async Task Nothing_is_lost_when_narrow_enlarged_or_spaced(int width, string css)
    {
        var page = await style.OpenAsync(width);
        await page.EvaluateAsync(
            "css => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css); document.adoptedStyleSheets = [sheet]; }",
            css
        );

        Assert.Empty(
            await page.EvaluateAsync<string[]>(
                """
                () => [...document.querySelectorAll('body *')]
                  .filter(e => !e.closest('.for-ears, .skip-link, svg, thead, .table-scroll'))
                  .filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1
                    || (e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflowX !== 'visible'))
                  .map(e => e.outerHTML.slice(0, 120))
                """
            )
        );
    }

    [Fact]
    public async Task Every_target_is_large_enough_for_a_thumb()
    {
        var page = await style.OpenAsync(375);

        Assert.Empty(
            await page.EvaluateAsync<string[]>(
                """
                () => [...document.querySelectorAll('a, button, summary, .choice, .input')]
                  .filter(e => !e.closest('p, .skip-link, td, th, h3') && e.offsetParent !== null)
                  .filter(e => e.getBoundingClientRect().height < 43.5)
                  .map(e => e.outerHTML.slice(0, 120))
                """
            )
        );
    }

    [Fact]
    public async Task Each_stop_of_the_keyboard_can_be_seen()
    {
        var page = await style.OpenAsync(1280);
        for (var stop = 0; stop < 25; stop++)
        {
            await page.Keyboard.PressAsync("Tab");

            Assert.True(
                await page.EvaluateAsync<bool>(
                    "() => parseFloat(getComputedStyle(document.activeElement).outlineWidth) >= 2"
                )
            );
        }
    }

    [Fact]
    public async Task A_question_that_was_opened_closes_with_Escape()
    {
        var page = await style.OpenAsync(1280);
        await page.GetByText("Retirer la proposition").ClickAsync();
        await Assertions.Expect(page.GetByText("Oui, la retirer")).ToBeVisibleAsync();

        await page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(page.GetByText("Oui, la retirer")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator("confirm-act summary")).ToBeFocusedAsync();
    }

    public sealed class StylePage : IAsyncLifetime
    {
        private readonly RunningProduct product = new();
        private readonly Chromium chromium = new();

        public async Task InitializeAsync()
        {
            await chromium.InitializeAsync();
            await product.StartAsync();
        }

        public async Task<IPage> OpenAsync(int width)
        {
            var page = await chromium.OpenAsync(product.Address, width: width);
            await page.GotoAsync("/style");
            return page;
        }

        public async Task DisposeAsync()
        {
            await chromium.DisposeAsync();
            product.Dispose();
        }
    }
}
