using System.Net;
using System.Text.RegularExpressions;
using Deliberation.Domain.Assemble.Membership;
using Deliberation.Testing;
using Xunit.Abstractions;

namespace Deliberation.Web.Tests.Platform.Security;

/// <summary>Walks every route with every role: a door that opens for the wrong person fails here.</summary>
public sealed partial class EveryRouteTests(Product product, ITestOutputHelper output)
    : IClassFixture<Product>
{
    private const string Visitor = "visitor";

    /// <summary>Which roles each rule lets in; everyone else must be turned away.</summary>
    private static readonly Dictionary<string, string[]> Admitted = new()
    {
        ["SignedIn"] =
        [
            "stranger",
            "neighbour",
            "observer",
            "member",
            "facilitator",
            "agent",
            "moderator",
            "administrator",
        ],
        ["Desk"] = ["facilitator", "agent", "moderator", "administrator"],
        ["Agent"] = ["agent"],
        ["Moderator"] = ["moderator"],
        ["Administrator"] = ["administrator"],
        ["GivesFeedback"] = [], // a key opens it, and no session does
        ["SpaceReader"] = ["observer", "member", "facilitator"],
        ["SpaceWriter"] = ["member", "facilitator"],
        ["SpaceVoter"] = ["member"],
        ["SpaceFacilitator"] = ["facilitator"],
        ["SpaceInviter"] = ["facilitator", "administrator"],
    };

    [Fact]
    public void Every_route_is_in_the_table_with_its_rule()
    {
        var served = RouteTable
            .Served(product.Services)
            .Select(route => $"{route.Address} {route.Rule}")
            .ToList();
        var written = Routes.Written.Select(route => $"{route.Address} {route.Rule}").ToList();
        served.ForEach(output.WriteLine);

        Assert.Empty(served.Except(written));
        Assert.Empty(written.Except(served));
        Assert.DoesNotContain(served, route => route.EndsWith(" NONE", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_route_turns_away_whom_its_rule_does_not_let_in()
    {
        var space = await Given.SpaceAsync(product);
        var browsers = await BrowsersAsync(space.Id);
        var wrong = new List<string>();

        foreach (var (address, rule) in Routes.Written)
        {
            foreach (var (role, browser) in browsers)
            {
                var mayEnter = rule == "Public" || Admitted[rule].Contains(role);
                foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post })
                {
                    using var request = new HttpRequestMessage(method, Concrete(address, space.Slug));
                    using var answer = await browser.Client.SendAsync(request);
                    var isRight = mayEnter
                        ? !IsTurnedAway(answer, role)
                        : IsTurnedAway(answer, role) || IsNoRoute(answer) || IsOnlySentTo(answer, rule);
                    if (!isRight || (int)answer.StatusCode >= 500)
                    {
                        wrong.Add(
                            $"{role} {method} {address} ({rule}): {(int)answer.StatusCode} {answer.Headers.Location}"
                        );
                    }
                }
            }
        }

        wrong.ForEach(output.WriteLine);

        Assert.Empty(wrong);
    }

    private static bool IsTurnedAway(HttpResponseMessage answer, string role)
    {
        var location = answer.Headers.Location?.OriginalString ?? "";
        return answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden
            || location.Contains("/erreur/403", StringComparison.Ordinal)
            || (role == Visitor && location.Contains("/connexion?", StringComparison.Ordinal));
    }

    private static bool IsNoRoute(HttpResponseMessage answer) =>
        answer.StatusCode == HttpStatusCode.MethodNotAllowed;

    // The doors for programs take one method: by another, they are an address like any unknown one.
    private static bool IsOnlySentTo(HttpResponseMessage answer, string rule) =>
        rule == "GivesFeedback" && answer.StatusCode == HttpStatusCode.NotFound;

    private static string Concrete(string address, string slug)
    {
        var inSpace = address.Replace("dispositifs/{slug}", $"dispositifs/{slug}", StringComparison.Ordinal);
        return Parameter()
            .Replace(
                inSpace,
                match =>
                    match.Value.Contains(":guid", StringComparison.Ordinal)
                        ? "01900000-0000-7000-8000-000000000000"
                    : match.Value.Contains(":int", StringComparison.Ordinal) ? "1"
                    : "inconnu"
            );
    }

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.NonBacktracking)]
    private static partial Regex Parameter();

    private async Task<Dictionary<string, Browser>> BrowsersAsync(Guid spaceId)
    {
        var elsewhere = await Given.SpaceAsync(product);
        var body = await Given.BodyAsync(product);
        return new Dictionary<string, Browser>
        {
            [Visitor] = product.Browse(),
            ["stranger"] = product.Browse(await Given.PersonAsync(product)),
            ["neighbour"] = product.Browse(await Given.InSpaceAsync(product, elsewhere.Id, SpaceRole.Member)),
            ["observer"] = product.Browse(await Given.InSpaceAsync(product, spaceId, SpaceRole.Observer)),
            ["member"] = product.Browse(await Given.InSpaceAsync(product, spaceId, SpaceRole.Member)),
            ["facilitator"] = product.Browse(
                await Given.InSpaceAsync(product, spaceId, SpaceRole.Facilitator)
            ),
            ["agent"] = product.Browse(await Given.InInstanceAsync(product, InstanceRole.Agent, body.Id)),
            ["moderator"] = product.Browse(await Given.InInstanceAsync(product, InstanceRole.Moderator)),
            ["administrator"] = product.Browse(
                await Given.InInstanceAsync(product, InstanceRole.Administrator)
            ),
        };
    }
}
