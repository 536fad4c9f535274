using System.Net;
using Deliberation.Domain.Assemble.Membership;
using Deliberation.Testing;
using Deliberation.Web.Features.Account;
using Deliberation.Web.Platform.Security.Sessions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Tests.Account;

public sealed class PasskeysTests(Product product) : IClassFixture<Product>
{
    private const string Origin = "https://localhost";

    [Fact]
    public async Task A_passkey_added_to_an_account_lets_its_owner_in_elsewhere()
    {
        using var key = new SoftwareKey(Origin);
        var person = await Given.PersonAsync(product, "Agathe");
        await AddAsync(product.Browse(person), key);

        var elsewhere = product.Browse();
        var entered = await UseAsync(elsewhere, key);

        Assert.Equal("/compte", entered.Location);
        Assert.Contains("Agathe", (await elsewhere.GoAsync("/compte")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_passkey_taken_away_opens_nothing()
    {
        using var key = new SoftwareKey(Origin);
        var browser = product.Browse(await Given.PersonAsync(product));
        await AddAsync(browser, key);

        await browser.SendAsync(await browser.GoAsync("/compte/cles"), "form[action*='Remove']");
        var refused = await UseAsync(product.Browse(), key);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
    }

    [Fact]
    public async Task Whoever_came_by_letter_and_creates_a_first_key_may_then_publish()
    {
        using var key = new SoftwareKey(Origin);
        var administrator = await Given.InInstanceAsync(product, InstanceRole.Administrator);
        var browser = product.Browse(administrator, SignInMeans.Link);
        var before = await browser.GoAsync("/bureau/dispositifs/nouveau");

        await AddAsync(browser, key);
        var after = await browser.GoAsync("/bureau/dispositifs/nouveau");

        Assert.StartsWith("/compte/confirmer", before.Location, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, after.Status);
    }

    [Fact]
    public async Task A_stolen_letter_neither_adds_nor_removes_the_keys_of_who_publishes()
    {
        using var key = new SoftwareKey(Origin);
        var moderator = await Given.InInstanceAsync(product, InstanceRole.Moderator);
        var owner = product.Browse(moderator);
        await AddAsync(owner, key);
        var thief = product.Browse(moderator, SignInMeans.Link);
        var page = await thief.GoAsync("/compte/cles");
        var token = TokenOf(await thief.GoAsync("/compte"));

        var statuses = new List<HttpStatusCode>();
        foreach (var handler in new[] { "", "?handler=Options", "?handler=Remove" })
        {
            using var body = new FormUrlEncodedContent([
                KeyValuePair.Create("__RequestVerificationToken", token),
                KeyValuePair.Create("Id", IdOf(await owner.GoAsync("/compte/cles"))),
                KeyValuePair.Create("Credential", "{}"),
            ]);
            using var answer = await thief.Client.PostAsync($"/compte/cles{handler}", body);
            statuses.Add(answer.StatusCode);
        }

        Assert.All(statuses, status => Assert.Equal(HttpStatusCode.Forbidden, status));
        Assert.Null(page.Document.QuerySelector("#add-passkey"));
        Assert.DoesNotContain("Retirer", page.Words, StringComparison.Ordinal);
        Assert.Equal("/compte", (await UseAsync(product.Browse(), key)).Location);
    }

    [Fact]
    public async Task A_letter_tells_that_a_key_was_added()
    {
        using var key = new SoftwareKey(Origin);
        var person = await Given.PersonAsync(product, "Nora");
        await AddAsync(product.Browse(person), key);

        var address = await product.ReadAsync(db =>
            db.Set<Person>().Where(row => row.Id == person).Select(row => row.Email!).SingleAsync()
        );

        Assert.Contains(
            "Cette clé ouvre maintenant votre compte",
            await Mailbox.LastToAsync(product, address),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_unknown_passkey_opens_nothing()
    {
        using var known = new SoftwareKey(Origin);
        using var unknown = new SoftwareKey(Origin);
        await AddAsync(product.Browse(await Given.PersonAsync(product)), known);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await UseAsync(product.Browse(), unknown)).Status);
    }

    [Fact]
    public async Task A_passkey_answering_for_another_site_opens_nothing()
    {
        using var key = new SoftwareKey("https://ailleurs.example");
        var browser = product.Browse(await Given.PersonAsync(product));

        var refused = await AddAsync(browser, key);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
    }

    [Fact]
    public async Task An_answer_given_once_is_not_taken_twice()
    {
        using var key = new SoftwareKey(Origin);
        await AddAsync(product.Browse(await Given.PersonAsync(product)), key);
        var browser = product.Browse();
        var page = await browser.GoAsync("/connexion");
        var answer = key.Get(await OptionsAsync(browser, page, "/connexion/cle"));
        await browser.SendAsync(page, "#passkey-sign-in", ("Credential", answer));

        var thief = product.Browse();
        var refused = await thief.SendAsync(
            await thief.GoAsync("/connexion"),
            "#passkey-sign-in",
            ("Credential", answer)
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
    }

    [Fact]
    public async Task A_challenge_asked_for_by_one_person_adds_no_key_to_another()
    {
        using var key = new SoftwareKey(Origin);
        var first = await Given.PersonAsync(product);
        var browser = product.Browse(first);
        var page = await browser.GoAsync("/compte/cles");
        var answer = key.Create(await OptionsAsync(browser, page, "/compte/cles"));
        var second = await Given.PersonAsync(product);

        var other = product.Browse(second);
        var refused = await other.SendAsync(
            await other.GoAsync("/compte/cles"),
            "#add-passkey",
            ("Credential", answer)
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.False(
            await product.ReadAsync(db =>
                db.Set<IdentityUserPasskey<Guid>>().AnyAsync(kept => kept.UserId == second)
            )
        );
    }

    private static string TokenOf(Page page) =>
        page.Document.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value") ?? "";

    private static string IdOf(Page page) =>
        page.Document.QuerySelector("input[name=Id]")?.GetAttribute("value") ?? "";

    private static async Task<Page> AddAsync(Browser browser, SoftwareKey key)
    {
        var page = await browser.GoAsync("/compte/cles");
        var answer = key.Create(await OptionsAsync(browser, page, "/compte/cles"));
        return await browser.SendAsync(page, "#add-passkey", ("Credential", answer));
    }

    private static async Task<Page> UseAsync(Browser browser, SoftwareKey key)
    {
        var page = await browser.GoAsync("/connexion");
        var answer = key.Get(await OptionsAsync(browser, page, "/connexion/cle"));
        return await browser.SendAsync(page, "#passkey-sign-in", ("Credential", answer));
    }

    private static async Task<string> OptionsAsync(Browser browser, Page page, string address)
    {
        var token = page.Document.QuerySelector("input[name=__RequestVerificationToken]")!; // each form carries one
        // Browsers say where a form comes from; the ceremony requires it.
        browser.Client.DefaultRequestHeaders.Remove("Origin");
        browser.Client.DefaultRequestHeaders.Add("Origin", Origin);
        using var body = new FormUrlEncodedContent([
            KeyValuePair.Create("__RequestVerificationToken", token.GetAttribute("value") ?? ""),
        ]);
        using var answer = await browser.Client.PostAsync($"{address}?handler=Options", body);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }
}
