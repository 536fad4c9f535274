using System.Text.RegularExpressions;
using Deliberation.Testing;
using Microsoft.Playwright;

namespace Deliberation.Browser.Tests;

/// <summary>The product with the real documents and the worked example, shared by the tests that need life in it.</summary>
public sealed class LivingCommittee : IAsyncLifetime
{
    private readonly RunningProduct product = new(new Dictionary<string, string> { ["Seed"] = "demo" });

    public Chromium Chromium { get; } = new();

    public Uri Address => product.Address;

    public async Task InitializeAsync()
    {
        await Chromium.InitializeAsync();
        await product.StartAsync(TimeSpan.FromMinutes(5));
    }

    /// <summary>A browser in which one has stepped in as this persona.</summary>
    public async Task<IPage> EnterAsAsync(string persona, bool scripts = true, int width = 1280)
    {
        var page = await Chromium.OpenAsync(Address, scripts, width);
        await page.GotoAsync("/demo");
        await page.GetByRole(AriaRole.Button, new() { Name = persona }).First.ClickAsync();
        // Asked again and again: an event may be missed while the machine is busy.
        await Assertions.Expect(page).Not.ToHaveURLAsync(new Regex("/demo$"), new() { Timeout = 30_000 });
        return page;
    }

    public async Task DisposeAsync()
    {
        await Chromium.DisposeAsync();
        product.Dispose();
    }
}

[CollectionDefinition(Name)]
public sealed class Living : ICollectionFixture<LivingCommittee>
{
    public const string Name = "living committee";
}
