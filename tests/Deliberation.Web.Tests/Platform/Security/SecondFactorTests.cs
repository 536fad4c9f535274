using System.Net;
using Deliberation.Domain.Assemble.Membership;
using Deliberation.Testing;
using Deliberation.Web.Platform.Security;
using Deliberation.Web.Platform.Security.Sessions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace Deliberation.Web.Tests.Platform.Security;

/// <summary>What commits an institution or this service takes two factors, whoever asks and however they came in.</summary>
public sealed class SecondFactorTests(Product product, ITestOutputHelper output) : IClassFixture<Product>
{
    /// <summary>The pages that publish, or give the right to, with the role that may use them.</summary>
    private static readonly (string Address, string Role)[] Publishing =
    [
        ("/bureau/avis/{slug}/echelle", "administrator"),
        ("/bureau/cles", "administrator"),
        ("/bureau/cles/{id:guid}/revoquer", "administrator"),
        ("/bureau/dispositifs/nouveau", "administrator"),
        ("/bureau/dispositifs/{slug}/appreciations", "administrator"),
        ("/bureau/organismes", "administrator"),
        ("/bureau/personnes/{id:guid}", "administrator"),
        ("/bureau/personnes/{id:guid}/fin/{appointment:guid}", "administrator"),
        ("/bureau/retours/importer", "moderator"),
        ("/bureau/retours/importer/{id:guid}", "moderator"),
        ("/bureau/retours/seuils", "administrator"),
        ("/bureau/retours/sujets/{number}/ecarter", "moderator"),
        ("/bureau/retours/sujets/{number}/fusionner", "moderator"),
        ("/bureau/retours/sujets/{number}/nommer", "moderator"),
        ("/bureau/retours/{number}/alerter", "moderator"),
        ("/bureau/retours/{number}/confirmer", "moderator"),
        ("/bureau/retours/{number}/decider", "moderator"),
        ("/bureau/retours/{number}/delier", "moderator"),
        ("/bureau/retours/{number}/deplacer", "moderator"),
        ("/bureau/retours/{number}/ecarter", "moderator"),
        ("/bureau/retours/{number}/gravite", "moderator"),
        ("/bureau/retours/{number}/indesirable", "moderator"),
        ("/bureau/retours/{number}/lier", "moderator"),
        ("/bureau/retours/{number}/masquer", "moderator"),
        ("/bureau/retours/{number}/proposer", "moderator"),
        ("/bureau/retours/{number}/publier", "moderator"),
        ("/bureau/retours/{number}/renvoyer", "agent"),
        ("/bureau/retours/{number}/repondre", "agent"),
        ("/bureau/retours/{number}/theme", "moderator"),
        ("/bureau/retours/{number}/transmettre", "moderator"),
        ("/bureau/suivi/ensemble", "agent"),
        ("/bureau/suivi/reprise", "agent"),
        ("/bureau/suivi/reprise/{id:guid}", "agent"),
        ("/bureau/suivi/signatures", "agent"),
        ("/bureau/suivi/tableau", "agent"),
        ("/bureau/suivi/tableau/{id:guid}", "agent"),
        ("/bureau/suivi/{reference}", "agent"),
        ("/bureau/suivi/{reference}/delai", "agent"),
        ("/bureau/suivi/{reference}/organisme", "administrator"),
        ("/bureau/suivi/{reference}/relecture", "agent"),
        ("/dispositifs/{slug}/avis/{avis}/publication", "facilitator"),
        ("/dispositifs/{slug}/scrutins/{id:guid}/cloture", "facilitator"),
        ("/dispositifs/{slug}/sujets/{number}", "facilitator"),
    ];

    private static readonly SignInMeans[] Weak =
    [
        SignInMeans.Link,
        SignInMeans.Code,
        SignInMeans.Card,
        SignInMeans.StaffIdentity,
        SignInMeans.Demo, // worth something in Development only
    ];

    private static readonly SignInMeans[] Strong = [SignInMeans.Passkey, SignInMeans.StaffIdentityTwoFactors];

    [Fact]
    public void Every_page_that_publishes_is_in_the_table()
    {
        var marked = product
            .Services.GetServices<EndpointDataSource>()
            .SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<SecondFactorAttribute>() is not null)
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText?.TrimStart('/'))
            .Distinct()
            .Order(StringComparer.Ordinal);

        Assert.Equal(Publishing.Select(page => page.Address).Order(StringComparer.Ordinal), marked);
    }

    [Fact]
    public void Every_means_is_weak_or_strong() =>
        Assert.Equal(Enum.GetValues<SignInMeans>().Order(), Weak.Concat(Strong).Order());

    [Fact]
    public async Task One_factor_never_reaches_a_page_that_publishes_and_two_do()
    {
        var space = await Given.SpaceAsync(product);
        var people = await PeopleAsync(space.Id);
        var wrong = new List<string>();

        foreach (var (address, role) in Publishing)
        {
            foreach (var means in Weak.Concat(Strong))
            {
                var client = product.Browse(people[role], means).Client;
                foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post })
                {
                    using var request = new HttpRequestMessage(method, Concrete(address, space.Slug));
                    using var answer = await client.SendAsync(request);
                    if (IsAsked(answer) != Weak.Contains(means))
                    {
                        wrong.Add($"{role} by {means}, {method} {address}: {(int)answer.StatusCode}");
                    }
                }
            }
        }

        wrong.ForEach(output.WriteLine);
        Assert.Empty(wrong);
    }

    [Fact]
    public async Task A_form_sent_with_one_factor_waits_with_what_was_typed()
    {
        var administrator = await Given.InInstanceAsync(product, InstanceRole.Administrator);
        var weak = product.Browse(administrator, SignInMeans.Link);
        var token = TokenOf(await weak.GoAsync("/compte"));

        var waiting = await PostAsync(
            weak,
            "/bureau/dispositifs/nouveau",
            ("Data.Title", "Un « titre »\nsur deux lignes"),
            ("__RequestVerificationToken", token)
        );
        var kept = waiting.Document.QuerySelector("#send-again input[name='Data.Title']");

        Assert.Equal(HttpStatusCode.Forbidden, waiting.Status);
        Assert.Equal("Confirmez que c’est bien vous", waiting.Heading);
        Assert.Equal("Un « titre »\nsur deux lignes", kept?.GetAttribute("value"));
        Assert.Equal(
            "/bureau/dispositifs/nouveau",
            waiting.Document.QuerySelector("#send-again")?.GetAttribute("action")
        );
    }

    [Fact]
    public async Task Only_two_factors_invite_who_will_publish()
    {
        var space = await Given.SpaceAsync(product);
        var administrator = await Given.InInstanceAsync(product, InstanceRole.Administrator);
        var weak = product.Browse(administrator, SignInMeans.Code);
        var page = await weak.GoAsync($"/bureau/dispositifs/{space.Slug}/invitations/ecrire");

        var member = await InviteAsync(weak, page, SpaceRole.Member);
        var facilitator = await InviteAsync(weak, page, SpaceRole.Facilitator);

        Assert.Equal(HttpStatusCode.Redirect, member.Status);
        Assert.Equal(HttpStatusCode.TemporaryRedirect, facilitator.Status);
    }

    [Fact]
    public void Stepping_into_a_persona_counts_in_development_only()
    {
        Assert.True(SecondFactor.IsHeldBy(SignInMeans.Demo, isDevelopment: true));
        Assert.False(SecondFactor.IsHeldBy(SignInMeans.Demo, isDevelopment: false));
    }

    private static Task<Page> InviteAsync(Browser browser, Page page, SpaceRole role) =>
        browser.SendAsync(
            page,
            "#invite",
            ("Data.Addresses", $"{role}.{Guid.NewGuid():N}@example.org"),
            ("Data.Role", role.ToString())
        );

    private static bool IsAsked(HttpResponseMessage answer) =>
        answer.Headers.Location?.OriginalString.StartsWith("/compte/confirmer?", StringComparison.Ordinal)
        == true;

    private static string TokenOf(Page page) =>
        page.Document.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value") ?? "";

    /// <summary>As a browser does, sends the form again to where a 307 says.</summary>
    private static async Task<Page> PostAsync(
        Browser browser,
        string address,
        params (string Name, string Value)[] fields
    )
    {
        var values = fields.Select(field => KeyValuePair.Create(field.Name, field.Value)).ToList();
        using var body = new FormUrlEncodedContent(values);
        using var first = await browser.Client.PostAsync(address, body);
        Assert.Equal(HttpStatusCode.TemporaryRedirect, first.StatusCode);
        using var again = new FormUrlEncodedContent(values);
        return await browser.ReadAsync(
            await browser.Client.PostAsync(first.Headers.Location!.OriginalString, again) // a 307 says where
        );
    }

    private static string Concrete(string address, string slug) =>
        address
            .Replace("{slug}", slug, StringComparison.Ordinal)
            .Replace("{avis}", "inconnu", StringComparison.Ordinal)
            .Replace("{number}", "inconnu", StringComparison.Ordinal)
            .Replace("{reference}", "inconnu", StringComparison.Ordinal)
            .Replace("{id:guid}", "01900000-0000-7000-8000-000000000000", StringComparison.Ordinal)
            .Replace("{appointment:guid}", "01900000-0000-7000-8000-000000000000", StringComparison.Ordinal);

    private async Task<Dictionary<string, Guid>> PeopleAsync(Guid spaceId)
    {
        var body = await Given.BodyAsync(product);
        return new Dictionary<string, Guid>
        {
            ["facilitator"] = await Given.InSpaceAsync(product, spaceId, SpaceRole.Facilitator),
            ["agent"] = await Given.InInstanceAsync(product, InstanceRole.Agent, body.Id),
            ["moderator"] = await Given.InInstanceAsync(product, InstanceRole.Moderator),
            ["administrator"] = await Given.InInstanceAsync(product, InstanceRole.Administrator),
        };
    }
}
