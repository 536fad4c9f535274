using System.Net;
using Deliberation.Testing;
using Deliberation.Web.Features.Account;
using Deliberation.Web.Platform.Mail;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Tests.Account;

public sealed class SignInTests(Product product) : IClassFixture<Product>
{
    [Fact]
    public async Task A_link_lets_one_in_once()
    {
        var (browser, link) = await AskAsync(await AddressOfAsync("Aline"));

        var entered = await browser.SendAsync(await browser.GoAsync(link), "#use-link");
        var account = await browser.GoAsync("/compte");
        var other = product.Browse();
        var second = await other.SendAsync(await other.GoAsync(link), "#use-link");

        Assert.Equal(HttpStatusCode.Redirect, entered.Status);
        Assert.Equal("Mon compte", account.Heading);
        Assert.Equal(HttpStatusCode.Gone, second.Status);
        Assert.Equal("Ce lien ne sert plus", second.Heading);
    }

    [Fact]
    public async Task Looking_at_a_link_does_not_use_it()
    {
        var (browser, link) = await AskAsync(await AddressOfAsync("Basile"));

        for (var i = 0; i < 3; i++)
        {
            await product.Browse().GoAsync(link);
        }

        var entered = await browser.SendAsync(await browser.GoAsync(link), "#use-link");
        Assert.Equal(HttpStatusCode.Redirect, entered.Status);
    }

    [Fact]
    public async Task A_link_older_than_twenty_minutes_gives_nothing()
    {
        var (browser, link) = await AskAsync(await AddressOfAsync("Chloé"));
        await product.ReadAsync(db =>
            db.Set<SignInRequest>()
                .ExecuteUpdateAsync(row =>
                    row.SetProperty(request => request.ExpiresAt, DateTimeOffset.UtcNow.AddSeconds(-1))
                )
        );

        var late = await browser.SendAsync(await browser.GoAsync(link), "#use-link");

        Assert.Equal(HttpStatusCode.Gone, late.Status);
    }

    [Fact]
    public async Task Two_tries_at_the_same_instant_let_one_in()
    {
        var (browser, link) = await AskAsync(await AddressOfAsync("Damien"));
        var page = await browser.GoAsync(link);

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => browser.SendAsync(page, "#use-link"))
        );

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task An_unknown_address_gets_the_same_answer_and_no_letter()
    {
        var known = await AnswerToAsync(await AddressOfAsync("Élise"));
        var unknown = await AnswerToAsync("personne@example.org");

        Assert.Equal(known.Heading, unknown.Heading);
        Assert.Equal(known.Words.Length, unknown.Words.Length);
        Assert.Null(await Mailbox.LastToAsync(product, "personne@example.org"));
    }

    [Fact]
    public async Task The_code_lets_one_in_on_the_device_that_asked()
    {
        var address = await AddressOfAsync("Farid");
        var browser = product.Browse();
        var page = await browser.SubmitAsync(
            await browser.GoAsync("/connexion"),
            "#sign-in",
            ("Data.Email", address)
        );
        var code = Mailbox.CodeIn((await Mailbox.LastToAsync(product, address))!);

        var entered = await browser.SendAsync(page, "#type-code", ("Code", code));

        Assert.Equal(HttpStatusCode.Redirect, entered.Status);
        Assert.Equal("Mon compte", (await browser.GoAsync("/compte")).Heading);
    }

    [Fact]
    public async Task Guessing_a_code_fifty_times_is_stopped_and_locks_the_right_one_too()
    {
        using var fresh = new Product();
        var address = await AddressOfAsync("Gaëlle", fresh);
        var browser = fresh.Browse();
        var page = await browser.SubmitAsync(
            await browser.GoAsync("/connexion"),
            "#sign-in",
            ("Data.Email", address)
        );
        var code = Mailbox.CodeIn((await Mailbox.LastToAsync(fresh, address))!);

        var answers = new List<Page>();
        for (var i = 0; i < 50; i++)
        {
            var guess = i.ToString("D6", System.Globalization.CultureInfo.InvariantCulture);
            answers.Add(
                await browser.SendAsync(page, "#type-code", ("Code", guess == code ? "999999" : guess))
            );
        }

        var right = await browser.SendAsync(page, "#type-code", ("Code", code));

        Assert.Equal(5, answers.Count(answer => answer.Status == HttpStatusCode.UnprocessableEntity));
        Assert.Equal(45, answers.Count(answer => answer.Status == HttpStatusCode.TooManyRequests));
        Assert.Equal(HttpStatusCode.TooManyRequests, right.Status);
        Assert.NotNull(right.Response.Headers.RetryAfter);
    }

    [Fact]
    public async Task An_account_is_not_flooded_with_letters()
    {
        var address = await AddressOfAsync("Hugo");
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 6; i++)
        {
            var browser = product.Browse();
            var answer = await browser.SendAsync(
                await browser.GoAsync("/connexion"),
                "#sign-in",
                ("Data.Email", address)
            );
            statuses.Add(answer.Status);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, statuses[^1]);
        Assert.Equal(5, statuses.Count(status => status == HttpStatusCode.Redirect));
    }

    [Theory]
    [InlineData("https://ailleurs.example/")]
    [InlineData("//ailleurs.example/")]
    [InlineData("/\\ailleurs.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/\t/ailleurs.example")]
    public async Task Nobody_is_sent_elsewhere_after_coming_in(string wanted)
    {
        using var fresh = new Product();
        var (browser, link) = await AskAsync(await AddressOfAsync("Inès", fresh), wanted, fresh);

        var entered = await browser.SendAsync(await browser.GoAsync(link), "#use-link");

        Assert.Equal("/compte", entered.Location);
    }

    [Fact]
    public async Task One_comes_back_to_the_page_one_asked_for()
    {
        var (browser, link) = await AskAsync(await AddressOfAsync("Jeanne"), "/compte/appareils?a=1");

        var entered = await browser.SendAsync(await browser.GoAsync(link), "#use-link");

        Assert.Equal("/compte/appareils?a=1", entered.Location);
    }

    [Fact]
    public async Task On_ones_own_device_a_passkey_is_offered_once_and_the_cookie_stays()
    {
        var address = await AddressOfAsync("Léa");
        var places = new List<Page>();
        for (var i = 0; i < 2; i++)
        {
            var (browser, link) = await AskAsync(address);
            places.Add(
                await browser.SendAsync(await browser.GoAsync(link), "#use-link", ("IsOwnDevice", "true"))
            );
        }

        Assert.StartsWith("/compte/cles?proposition=true", places[0].Location, StringComparison.Ordinal);
        Assert.Equal("/compte", places[1].Location);
        Assert.Contains("expires=", CookieOf(places[0]), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task On_a_shared_computer_the_cookie_goes_with_the_browser()
    {
        var (browser, link) = await AskAsync(await AddressOfAsync("Mehdi"));

        var entered = await browser.SendAsync(await browser.GoAsync(link), "#use-link");

        Assert.DoesNotContain("expires=", CookieOf(entered), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("httponly", CookieOf(entered), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("secure", CookieOf(entered), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task What_opens_the_door_is_nowhere_in_the_database()
    {
        var address = await AddressOfAsync("Karim");
        var browser = product.Browse();
        await browser.SendAsync(await browser.GoAsync("/connexion"), "#sign-in", ("Data.Email", address));

        var waiting = await product.ReadAsync(db => db.Set<OutgoingMail>().ToListAsync());

        Assert.DoesNotContain(
            waiting,
            mail => mail.SealedText.Contains("connexion", StringComparison.OrdinalIgnoreCase)
        );
    }

    private static string CookieOf(Page page) =>
        page
            .Response.Headers.GetValues("Set-Cookie")
            .Last(cookie => cookie.StartsWith("__Host-session=", StringComparison.Ordinal));

    private async Task<Page> AnswerToAsync(string address)
    {
        var browser = product.Browse();
        return await browser.SubmitAsync(
            await browser.GoAsync("/connexion"),
            "#sign-in",
            ("Data.Email", address)
        );
    }

    private async Task<(Browser Browser, string Link)> AskAsync(
        string address,
        string returnTo = "",
        Product? elsewhere = null
    )
    {
        var here = elsewhere ?? product;
        var browser = here.Browse();
        await browser.SubmitAsync(
            await browser.GoAsync($"/connexion?retour={Uri.EscapeDataString(returnTo)}"),
            "#sign-in",
            ("Data.Email", address)
        );
        return (browser, Mailbox.LinkIn((await Mailbox.LastToAsync(here, address))!));
    }

    private async Task<string> AddressOfAsync(string name, Product? elsewhere = null)
    {
        var here = elsewhere ?? product;
        var id = await Given.PersonAsync(here, name);
        return await here.ReadAsync(db =>
            db.Set<Person>().Where(person => person.Id == id).Select(person => person.Email!).SingleAsync()
        );
    }
}
