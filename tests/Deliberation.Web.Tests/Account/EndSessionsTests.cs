using System.Net;
using Deliberation.Testing;
using Deliberation.Web.Platform.Security.Sessions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Deliberation.Web.Tests.Account;

public sealed class EndSessionsTests(Product product) : IClassFixture<Product>
{
    [Fact]
    public async Task A_cookie_copied_before_signing_out_opens_nothing_after()
    {
        var person = await Given.PersonAsync(product);
        var (cookie, _) = await CookieAsync(person);
        var (mine, copy) = (With(cookie), With(cookie));
        Assert.Equal(HttpStatusCode.OK, (await copy.GoAsync("/compte")).Status);

        await mine.SendAsync(await mine.GoAsync("/deconnexion"), "#sign-out");

        Assert.Equal(HttpStatusCode.Redirect, (await copy.GoAsync("/compte")).Status);
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_every_device_and_no_one_else()
    {
        var person = await Given.PersonAsync(product);
        var (phone, tablet) = (product.Browse(person), product.Browse(person));
        var stranger = product.Browse(await Given.PersonAsync(product, "Louis"));
        await tablet.GoAsync("/compte");
        await stranger.GoAsync("/compte");

        await phone.SendAsync(await phone.GoAsync("/compte/appareils"), "#everywhere");

        Assert.Equal(HttpStatusCode.Redirect, (await phone.GoAsync("/compte")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await tablet.GoAsync("/compte")).Status);
        Assert.Equal(HttpStatusCode.OK, (await stranger.GoAsync("/compte")).Status);
    }

    [Fact]
    public async Task Someone_elses_session_cannot_be_ended()
    {
        var victim = await Given.PersonAsync(product, "Victime");
        var theirs = product.Browse(victim);
        await theirs.GoAsync("/compte");
        var id = await product.ReadAsync(db =>
            db.Set<DeviceSession>().Where(row => row.PersonId == victim).Select(row => row.Id).SingleAsync()
        );

        var intruder = product.Browse(await Given.PersonAsync(product, "Intrus"));
        await intruder.SendAsync(
            await intruder.GoAsync("/compte/appareils"),
            "#everywhere",
            ("Data.SessionId", id.ToString()),
            ("Data.By", victim.ToString())
        );

        Assert.Equal(HttpStatusCode.OK, (await theirs.GoAsync("/compte")).Status);
    }

    [Fact]
    public async Task An_expired_session_opens_nothing()
    {
        var person = await Given.PersonAsync(product);
        var browser = product.Browse(person);
        await product.ReadAsync(db =>
            db.Set<DeviceSession>()
                .Where(row => row.PersonId == person)
                .ExecuteUpdateAsync(row =>
                    row.SetProperty(session => session.ExpiresAt, DateTimeOffset.UtcNow.AddSeconds(-1))
                )
        );

        Assert.Equal(HttpStatusCode.Redirect, (await browser.GoAsync("/compte")).Status);
    }

    [Fact]
    public async Task A_session_that_ends_closes_what_it_holds_open()
    {
        var person = await Given.PersonAsync(product);
        var browser = product.Browse(person);
        var id = await product.ReadAsync(db =>
            db.Set<DeviceSession>().Where(row => row.PersonId == person).Select(row => row.Id).SingleAsync()
        );
        var closed = 0;
        using var watch = product.Services.GetRequiredService<SessionsEnded>().Watch(id, () => closed++);

        await browser.SendAsync(await browser.GoAsync("/deconnexion"), "#sign-out");

        Assert.Equal(1, closed);
    }

    [Fact]
    public async Task The_key_of_a_session_is_not_in_the_database()
    {
        var person = await Given.PersonAsync(product);
        var (_, key) = await CookieAsync(person);

        var kept = await product.ReadAsync(db =>
            db.Set<DeviceSession>()
                .Where(row => row.PersonId == person)
                .Select(row => row.KeyHash)
                .ToListAsync()
        );

        Assert.DoesNotContain(key, kept);
    }

    private async Task<(string Cookie, string Key)> CookieAsync(Guid person)
    {
        var cookie = SignedInCookie.For(product.Services, person);
        return (cookie, await Task.FromResult(cookie.Split('=')[1]));
    }

    private Browser With(string cookie)
    {
        var browser = product.Browse();
        browser.Client.DefaultRequestHeaders.Add("Cookie", cookie);
        return browser;
    }
}
