using System.Net;
using Deliberation.Domain.Assemble.Membership;
using Deliberation.Testing;
using Deliberation.Web.Features.Account;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Tests.Account.StaffIdentity;

public sealed class StaffIdentityTests : IAsyncLifetime
{
    private const string Publishing = "/bureau/dispositifs/nouveau";

    private readonly IdentityProvider provider = new();
    private Connected product = null!; // started before each test

    public async Task InitializeAsync()
    {
        await provider.StartAsync();
        product = new Connected(provider.Issuer);
    }

    public async Task DisposeAsync()
    {
        await product.DisposeAsync();
        await provider.DisposeAsync();
    }

    [Fact]
    public async Task Without_settings_there_is_no_button_and_no_address()
    {
        using var plain = new Product();
        var browser = plain.Browse();

        Assert.Null((await browser.GoAsync("/connexion")).Document.QuerySelector("#staff"));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GoAsync("/connexion/agents")).Status);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await browser.GoAsync("/connexion/agents/retour?code=1")).Status
        );
    }

    [Fact]
    public async Task An_administrator_comes_in_and_with_two_factors_publishes()
    {
        await AdministratorAsync();
        provider.Methods = ["pwd", "mfa"];
        var browser = product.Browse();
        var door = await browser.GoAsync($"/connexion?retour={Publishing}");

        var entered = await EnterAsync(browser, door.Document.QuerySelector("#staff")?.GetAttribute("href"));

        Assert.Equal(Publishing, entered.Location);
        Assert.Equal(HttpStatusCode.OK, (await browser.GoAsync(Publishing)).Status);
    }

    [Theory]
    [InlineData("eidas1", true)]
    [InlineData("eidas2", false)]
    [InlineData("https://proconnect.gouv.fr/assurance/self-asserted-2fa", false)]
    public async Task The_level_says_whether_there_were_two_factors(string level, bool isAsked)
    {
        await AdministratorAsync();
        provider.Level = level;
        var browser = product.Browse();

        await EnterAsync(browser);
        var page = await browser.GoAsync(Publishing);

        Assert.Equal(
            isAsked,
            page.Location?.StartsWith("/compte/confirmer", StringComparison.Ordinal) == true
        );
        Assert.Equal(HttpStatusCode.OK, (await browser.GoAsync("/bureau")).Status);
    }

    [Fact]
    public async Task Every_demand_carries_a_state_a_nonce_and_a_proof_key_of_its_own()
    {
        var asked = new List<Dictionary<string, Microsoft.Extensions.Primitives.StringValues>>();
        for (var i = 0; i < 2; i++)
        {
            var leave = await product.Browse().GoAsync("/connexion/agents");
            asked.Add(QueryHelpers.ParseQuery(new Uri(leave.Location!).Query)); // a redirect has one
        }

        Assert.All(
            ["state", "nonce", "code_challenge"],
            name => Assert.NotEqual(asked[0][name], asked[1][name])
        );
        Assert.Equal("S256", asked[0]["code_challenge_method"]);
        Assert.Equal("openid email", asked[0]["scope"]);
        Assert.Equal("eidas1", asked[0]["acr_values"]);
        Assert.Contains("amr", asked[0]["claims"].ToString(), StringComparison.Ordinal);
    }

    public static TheoryData<Flaw> Flaws =>
        [.. Enum.GetValues<Flaw>().Where(flaw => flaw is not (Flaw.None or Flaw.UnverifiedAddress))];

    [Theory]
    [MemberData(nameof(Flaws))]
    public async Task What_the_provider_did_not_truly_say_lets_nobody_in(Flaw flaw)
    {
        await AdministratorAsync();
        provider.Flaw = flaw;
        var browser = product.Browse();

        var refused = await EnterAsync(browser);

        Assert.Equal("/connexion?refus=echec", refused.Location);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GoAsync("/compte")).Status);
        Assert.Contains(
            "n’a pas abouti",
            (await browser.GoAsync(refused.Location!)).Words,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_address_nobody_verified_finds_nobody()
    {
        await AdministratorAsync();
        provider.Flaw = Flaw.UnverifiedAddress;

        Assert.Equal("/connexion?refus=inconnu", (await EnterAsync(product.Browse())).Location);
    }

    [Fact]
    public async Task Who_has_no_desk_here_is_turned_away_and_no_account_is_made()
    {
        provider.Email = "inconnue@example.org";
        var browser = product.Browse();

        var refused = await EnterAsync(browser);
        var people = await product.ReadAsync(db => db.Set<Person>().CountAsync());

        Assert.Equal("/connexion?refus=inconnu", refused.Location);
        Assert.Contains(
            "aucun bureau",
            (await browser.GoAsync(refused.Location!)).Words,
            StringComparison.Ordinal
        );
        Assert.Equal(0, people);
    }

    [Fact]
    public async Task A_citizen_does_not_come_in_by_the_door_of_staff()
    {
        provider.Email = await AddressOfAsync(await Given.PersonAsync(product));

        Assert.Equal("/connexion?refus=inconnu", (await EnterAsync(product.Browse())).Location);
    }

    [Fact]
    public async Task An_address_given_to_somebody_else_later_opens_nothing()
    {
        await AdministratorAsync();
        await EnterAsync(product.Browse());

        provider.Subject = "sub-2";

        Assert.Equal("/connexion?refus=inconnu", (await EnterAsync(product.Browse())).Location);
    }

    [Fact]
    public async Task Who_is_known_comes_in_again_under_a_new_address()
    {
        await AdministratorAsync();
        await EnterAsync(product.Browse());

        provider.Email = "nouveau-nom@example.org";

        Assert.Equal("/bureau", (await EnterAsync(product.Browse())).Location);
    }

    [Fact]
    public async Task An_answer_brought_to_another_browser_or_a_second_time_opens_nothing()
    {
        await AdministratorAsync();
        var (browser, other) = (product.Browse(), product.Browse());
        var back = await VisitAsync(browser);

        var elsewhere = await other.GoAsync(back);
        var first = await browser.GoAsync(back);
        var second = await browser.GoAsync(back);

        Assert.Equal("/connexion?refus=echec", elsewhere.Location);
        Assert.Equal("/bureau", first.Location);
        Assert.Equal("/connexion?refus=echec", second.Location);
    }

    [Fact]
    public async Task A_code_used_once_is_worth_nothing_even_with_the_cookie_of_who_asked()
    {
        await AdministratorAsync();
        var leave = await product.Browse().GoAsync("/connexion/agents");
        var cookie = string.Join(
            "; ",
            leave.Response.Headers.GetValues("Set-Cookie").Select(set => set.Split(';')[0])
        );
        var back = await IdentityProvider.VisitAsync(leave.Location!); // to the provider

        var answers = new List<string?>();
        for (var i = 0; i < 2; i++)
        {
            var thief = product.Browse();
            thief.Client.DefaultRequestHeaders.Add("Cookie", cookie);
            answers.Add((await thief.GoAsync(back)).Location);
        }

        Assert.Equal(["/bureau", "/connexion?refus=echec"], answers);
    }

    [Theory]
    [InlineData("access_denied")]
    [InlineData("server_error")]
    public async Task What_the_provider_refuses_leads_back_to_the_door(string error)
    {
        provider.Error = error;

        Assert.Equal("/connexion?refus=echec", (await EnterAsync(product.Browse())).Location);
    }

    [Fact]
    public async Task A_provider_that_does_not_answer_leads_back_to_the_door()
    {
        await using var alone = new Connected("http://127.0.0.1:1");

        Assert.Equal("/connexion?refus=echec", (await alone.Browse().GoAsync("/connexion/agents")).Location);
    }

    [Fact]
    public async Task Signing_out_here_leads_to_signing_out_there()
    {
        await AdministratorAsync();
        var browser = product.Browse();
        await EnterAsync(browser);

        var left = await browser.SendAsync(await browser.GoAsync("/deconnexion"), "#sign-out");
        var elsewhere = left.Document.QuerySelector("#elsewhere")?.GetAttribute("href") ?? "";

        Assert.StartsWith($"{provider.Issuer}/leave?id_token_hint=ey", elsewhere, StringComparison.Ordinal);
        Assert.Contains("post_logout_redirect_uri=https", elsewhere, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GoAsync("/compte")).Status);
    }

    private async Task<Page> EnterAsync(Browser browser, string? by = "/connexion/agents") =>
        await browser.GoAsync(await VisitAsync(browser, by));

    private static async Task<string> VisitAsync(Browser browser, string? by = "/connexion/agents") =>
        await IdentityProvider.VisitAsync((await browser.GoAsync(by!)).Location!); // a redirect has one

    private async Task AdministratorAsync() =>
        provider.Email = await AddressOfAsync(
            await Given.InInstanceAsync(product, InstanceRole.Administrator)
        );

    private Task<string> AddressOfAsync(Guid person) =>
        product.ReadAsync(db =>
            db.Set<Person>().Where(row => row.Id == person).Select(row => row.Email!).SingleAsync()
        );

    private sealed class Connected(string issuer) : Product
    {
        protected override IReadOnlyDictionary<string, string> Settings =>
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["StaffIdentity:Authority"] = issuer,
                ["StaffIdentity:ClientId"] = IdentityProvider.ClientId,
                ["StaffIdentity:ClientSecret"] = IdentityProvider.ClientSecret,
                ["StaffIdentity:AcrValues"] = "eidas1",
            };
    }
}
