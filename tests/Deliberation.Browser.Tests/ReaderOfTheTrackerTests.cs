using static Microsoft.Playwright.Assertions;

namespace Deliberation.Browser.Tests;

/// <summary>
/// A reader without an account narrows the tracker, reads one proposition as it stood on a past day, and compares two
/// days; each on a phone, once without scripts, once with the keyboard alone and in English.
/// </summary>
[Collection(Living.Name)]
public sealed class ReaderOfTheTrackerTests(LivingCommittee committee)
{
    private const string Opinion = "comite-citoyen-2021";

    [Theory]
    [InlineData("fr", false, false)]
    [InlineData("en", true, true)]
    public async Task A_reader_filters_goes_back_in_time_and_compares(
        string language,
        bool scripts,
        bool byKeyboard
    )
    {
        var reader = await Visitor.OpenAsync(committee, scripts, byKeyboard);
        await reader.Page.GotoAsync($"/suivi?langue={language}");

        await FilterAsync(reader);
        await GoBackAsync(reader);
        await CompareAsync(reader);
    }

    private static async Task FilterAsync(Visitor reader)
    {
        await reader.SelectAsync("#avis", $"[value={Opinion}]");
        await reader.SelectAsync("#categorie", "[value=UnderReview]");
        await reader.PressAsync("#filtres button[type=submit]");

        var address = reader.Page.Url;
        Assert.Contains($"avis={Opinion}", address, StringComparison.Ordinal);
        var shown = await reader.Page.Locator("#propositions tbody tr").CountAsync();
        Assert.InRange(shown, 1, 63);
        await reader.HasNoBarrierAsync();

        // The address is enough for somebody else to see the same.
        await reader.Page.GotoAsync(address);
        await Expect(reader.Page.Locator("#propositions tbody tr")).ToHaveCountAsync(shown);
    }

    private static async Task GoBackAsync(Visitor reader)
    {
        await reader.PressAsync("#propositions tbody a");
        await Expect(reader.Page.Locator("#reponse-1")).ToHaveCountAsync(1);
        await reader.FillDateAsync("#date input", new DateOnly(2021, 12, 24));
        await reader.PressAsync("#date button");

        Assert.Contains("au=2021-12-24", reader.Page.Url, StringComparison.Ordinal);
        await Expect(reader.Page.Locator("#traitement")).ToContainTextAsync("2021");
        await Expect(reader.Page.Locator("#reponse-1")).ToHaveCountAsync(0);
        await reader.HasNoBarrierAsync();
    }

    private static async Task CompareAsync(Visitor reader)
    {
        await reader.Page.GotoAsync($"/suivi/{Opinion}/evolution");
        await reader.FillDateAsync("#de", new DateOnly(2021, 12, 24));
        await reader.FillDateAsync("#au", new DateOnly(2022, 1, 10));
        await reader.PressAsync("#dates button");

        Assert.Contains("de=2021-12-24", reader.Page.Url, StringComparison.Ordinal);
        await Expect(reader.Page.Locator("#chiffres")).ToContainTextAsync("64");
        await Expect(reader.Page.Locator("#evolution tbody tr").First).ToBeVisibleAsync();
        await reader.HasNoBarrierAsync();
    }
}
