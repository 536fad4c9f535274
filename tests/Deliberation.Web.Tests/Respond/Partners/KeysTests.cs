using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Respond.Partners;
using Deliberation.Testing;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Tests.Respond.Partners;

public sealed partial class KeysTests(Product product) : IClassFixture<Product>
{
    [Fact]
    public async Task A_key_is_shown_once_opens_the_door_and_is_revoked_at_once()
    {
        var browser = product.Browse(await Given.InInstanceAsync(product, InstanceRole.Administrator));
        var page = await browser.GoAsync("/bureau/cles");
        var shown = await browser.SubmitAsync(page, "form#cle", ("Data.Partner", "Clinique des Lilas"));
        var key = Signs().Match(shown.Text).Value;
        var again = await browser.SubmitAsync(page, "form#cle", ("Data.Partner", "Clinique des Lilas"));

        Assert.Equal(HttpStatusCode.OK, shown.Status);
        Assert.True(shown.Response.Headers.CacheControl?.NoStore);
        Assert.Equal(47, key.Length);
        Assert.DoesNotContain(key, again.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(key, (await browser.GoAsync("/bureau/cles")).Text, StringComparison.Ordinal);
        var kept = await KeptAsync("Clinique des Lilas");
        Assert.DoesNotContain(key[8..], $"{kept.Hash}{kept.Beginning}", StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Created, await GiveAsync(key));
        Assert.NotNull((await KeptAsync("Clinique des Lilas")).LastUsedOn);

        var list = await browser.GoAsync("/bureau/cles");
        await browser.SubmitAsync(list, $"form[action='/bureau/cles/{kept.Id}/revoquer']");

        Assert.Equal(HttpStatusCode.Unauthorized, await GiveAsync(key));
        Assert.Contains("Révoquée", (await browser.GoAsync("/bureau/cles")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_without_a_partner_is_refused_in_words()
    {
        var browser = product.Browse(await Given.InInstanceAsync(product, InstanceRole.Administrator));
        var page = await browser.GoAsync("/bureau/cles");

        var refused = await browser.SubmitAsync(page, "form#cle", ("Data.Partner", ""));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("porte le nom du partenaire", refused.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_with_another_right_does_not_give_feedback()
    {
        var key = await Given.PartnerKeyAsync(product, "Lecteur");
        await product.ReadAsync(db =>
            db.Set<PartnerKey>()
                .Where(row => row.Partner == "Lecteur")
                .ExecuteUpdateAsync(row => row.SetProperty(one => one.Scope, "tracker:read"))
        );
        await Task.Delay(TimeSpan.FromSeconds(1.1)); // a change behind the product's back is seen within a second

        Assert.Equal(HttpStatusCode.Forbidden, await GiveAsync(key));
    }

    private Task<PartnerKey> KeptAsync(string partner) =>
        product.ReadAsync(db => db.Set<PartnerKey>().SingleAsync(row => row.Partner == partner));

    private async Task<HttpStatusCode> GiveAsync(string key)
    {
        var client = product.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        using var answer = await client.PostAsJsonAsync(
            "/api/v1/feedback",
            new
            {
                mark = 4,
                part = "agenda",
                text = "Bien.",
            }
        );
        return answer.StatusCode;
    }

    [GeneratedRegex("hsp_[A-Za-z0-9_-]{43}")]
    private static partial Regex Signs();
}
