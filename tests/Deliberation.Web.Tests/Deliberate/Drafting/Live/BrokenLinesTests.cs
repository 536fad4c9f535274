using System.Globalization;
using Deliberation.Domain.Deliberate.Drafting;
using Deliberation.Testing;

namespace Deliberation.Web.Tests.Deliberate.Drafting.Live;

/// <summary>Lines that break while people type; <c>DRAFTING_BREAKS</c> says how often, 1000 for the long run.</summary>
public sealed class BrokenLinesTests(BrokenLinesTests.Patient product)
    : IClassFixture<BrokenLinesTests.Patient>
{
    private const int People = 5;

    private static readonly int Breaks = int.Parse(
        Environment.GetEnvironmentVariable("DRAFTING_BREAKS") ?? "40",
        CultureInfo.InvariantCulture
    );

    [Fact]
    public async Task After_any_disconnections_while_typing_everybody_holds_the_same_text()
    {
        var room = await WritingRoom.OpenAsync(product);
        var pages = new List<LivePage>();
        for (var i = 0; i < People; i++)
        {
            pages.Add(Given.LivePage(product, room.Document.Id, await room.WelcomeAsync()));
            Assert.Null(await pages[i].OpenAsync());
        }

        await Task.WhenAll(pages.Select((page, i) => TypeAsync(page, new Random(i))));
        await Task.WhenAll(pages.Select(FinishAsync));
        var kept = await room.ChangesAsync();
        await Task.WhenAll(pages.Select(page => page.UntilAsync(p => p.Version == kept.Count, seconds: 30)));

        var text = await room.TextAsync();
        Assert.All(pages, page => Assert.Equal(text, page.Text));
        Assert.Equal(pages.Sum(page => page.Typed), kept.Count);
        foreach (var page in pages)
        {
            await page.DisposeAsync();
        }
    }

    private static async Task TypeAsync(LivePage page, Random chance)
    {
        for (var cut = 0; cut < Breaks / People; cut++)
        {
            for (var key = chance.Next(8); key >= 0; key--)
            {
                page.Type(text => Keystroke(text, chance));
            }

            // Cut before, during or after the answer.
            var sent = TryAsync(page.SendAsync);
            await Task.Delay(chance.Next(6));
            await page.ReopenAsync();
            await sent;
        }
    }

    private static async Task TryAsync(Func<Task> send)
    {
        try
        {
            await send();
        }
        catch (Exception broken) when (broken is not Xunit.Sdk.XunitException)
        {
            // What was not acknowledged waits in the page.
        }
    }

    private static TextChange Keystroke(string text, Random chance)
    {
        var at = Math.Min(text.Length, chance.Next(30));
        var to = chance.Next(3) == 0 ? Math.Min(text.Length, at + 2) : at;
        return TextChange.Replace(text.Length, at, to, to > at ? "" : "mot ");
    }

    private static async Task FinishAsync(LivePage page)
    {
        await page.SendAsync();
        await page.UntilAsync(p => p.Waiting == 0, seconds: 30);
    }

    public sealed class Patient : ListeningProduct
    {
        protected override IReadOnlyDictionary<string, string> Settings =>
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Drafting:PushesPerSecondOfAPerson"] = "1000",
                ["Drafting:WrittenPerSecond"] = "1000000",
            };
    }
}
