using System.Net;
using Deliberation.Domain.Respond.Feedback;
using Deliberation.Testing;
using Deliberation.Web.Features.Respond.Feedback;
using Deliberation.Web.Platform.Security;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using UserFeedback = Deliberation.Domain.Respond.Feedback.Feedback;

namespace Deliberation.Web.Tests.Respond.Feedback;

public sealed class FramedFormTests(FramedProduct product) : IClassFixture<FramedProduct>
{
    private const string Address = "/retours/integrer";
    private const string Form = "form#retour";
    private const string Hosts = "frame-ancestors https://hopital.example:8443 https://sante.example;";
    private const string Nobody = "frame-ancestors 'none';";

    [Fact]
    public async Task The_form_in_a_frame_ends_with_a_code_and_no_cookie()
    {
        var browser = product.Browse();
        var chosen = $"{Address}?couleur=%235A2CA0&rayon=4&langue=en&origine=https%3A%2F%2Fsante.example";
        var page = await browser.GoAsync(chosen);
        Assert.Contains("--brand: #5a2ca0;", page.Text, StringComparison.Ordinal);
        Assert.Contains("--radius: 4px;", page.Text, StringComparison.Ordinal);
        Assert.Equal(FramedProduct.Host, page.Document.Body!.GetAttribute("data-host"));

        foreach (
            var answer in new[]
            {
                "Bad",
                "Documents",
                "",
                "",
                "Le cadrophone sonne au 06 98 76 54 32.",
                "",
                "",
                "",
                "",
            }
        )
        {
            page = await browser.SubmitAsync(page, Form, ("Answer", answer));
            IsFramable(page);
            Assert.Contains("--brand: #5a2ca0;", page.Text, StringComparison.Ordinal);
        }

        Assert.Contains("[phone number masked]", page.Words, StringComparison.OrdinalIgnoreCase);
        var thanks = await browser.SubmitAsync(page, Form);
        IsFramable(thanks);
        Assert.Matches(
            "^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$",
            thanks.Document.QuerySelector("#code")!.TextContent.Trim()
        );
        Assert.All(
            thanks.Document.QuerySelectorAll("main a"),
            link => Assert.Equal("_blank", link.GetAttribute("target"))
        );
        var kept = await product.ReadAsync(db =>
            db.Set<UserFeedback>().AsNoTracking().SingleAsync(f => f.Keywords.Contains("cadrophone"))
        );
        Assert.Equal((Door.Widget, "en"), (kept.Door, kept.Language));
    }

    [Fact]
    public void Two_addresses_may_be_framed_and_one_script_loaded()
    {
        var open = product
            .Services.GetServices<EndpointDataSource>()
            .SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>()
            .Select(endpoint => (endpoint, Mark: endpoint.Metadata.GetMetadata<ForOtherSitesAttribute>()))
            .Where(one => one.Mark is not null)
            .Select(one => ($"/{one.endpoint.RoutePattern.RawText!.TrimStart('/')}", one.Mark!.InFrames))
            .Distinct()
            .Order();

        Assert.Equal([(Address, true), ($"{Address}/merci", true), ("/widget.js", false)], open);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/retours")]
    [InlineData("/retours/donner")]
    [InlineData("/retours/donner/merci")]
    [InlineData("/retours/suivre")]
    [InlineData("/retours/integrer/nimporte")]
    [InlineData("/connexion")]
    [InlineData("/widget.js")]
    [InlineData("/donnees/retours.json")]
    public async Task Nothing_else_is_in_a_frame(string address)
    {
        var page = await product.Browse().GoAsync(address);

        Assert.Contains(Nobody, Policy(page), StringComparison.Ordinal);
        Assert.DoesNotContain("sante.example", Policy(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_of_our_own_page_is_in_nobodys_frame()
    {
        var browser = product.Browse();
        var page = await browser.GoAsync("/retours/donner");

        var refused = await browser.SubmitAsync(page, Form, ("Answer", new string('a', 1_200_000)));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.Status);
        Assert.Contains(Nobody, Policy(refused), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_script_may_be_loaded_from_anywhere()
    {
        var script = await product.Browse().GoAsync("/widget.js?langue=en");

        Assert.Equal("text/javascript", script.Response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(
            "cross-origin",
            script.Response.Headers.GetValues("Cross-Origin-Resource-Policy").Single()
        );
        Assert.Equal(TimeSpan.FromHours(1), script.Response.Headers.CacheControl!.MaxAge);
        Assert.False(script.Response.Headers.Contains("Set-Cookie"));
        Assert.InRange(script.Text.Length, 500, 10_000);
    }

    [Theory]
    [InlineData("couleur=red")]
    [InlineData("couleur=")]
    [InlineData("couleur=%23ffffff")]
    [InlineData("couleur=%23787878")]
    [InlineData("couleur=%230e5a5")]
    [InlineData("couleur=%230e5a50%0A")]
    [InlineData("couleur=%230e5a50%3B%7Dbody%7Bdisplay%3Anone")]
    [InlineData("couleur=%230e5a50&couleur=%23000000")]
    [InlineData("couleur=%3C%2Fstyle%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E")]
    [InlineData("rayon=25")]
    [InlineData("rayon=-1")]
    [InlineData("rayon=8px")]
    [InlineData("rayon=99999999999999")]
    [InlineData("langue=de")]
    [InlineData("origine=https://evil.example")]
    [InlineData("origine=https://sante.example.evil.example")]
    [InlineData("origine=https://sante.example/")]
    [InlineData("origine=http://sante.example")]
    [InlineData("origine=null")]
    [InlineData("origine=*")]
    public async Task A_choice_that_cannot_be_followed_is_refused_with_a_way_out(string query)
    {
        var browser = product.Browse();

        var page = await browser.GoAsync($"{Address}?{query}");
        using var body = new FormUrlEncodedContent([new("Step", "note"), new("Answer", "Bad")]);
        var posted = await browser.ReadAsync(await browser.Client.PostAsync($"{Address}?{query}", body));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal(HttpStatusCode.BadRequest, posted.Status);
        Assert.Equal(query.Split('=')[0], page.Document.QuerySelector("main li code")!.TextContent);
        Assert.NotNull(page.Document.QuerySelector("main a[href='/retours/donner'][target=_blank]"));
        Assert.Empty(page.Document.QuerySelectorAll("form, style, script"));
        Assert.DoesNotContain("evil", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_site_cannot_send_the_form_itself()
    {
        var client = product.Browse().Client;
        using var request = new HttpRequestMessage(HttpMethod.Post, Address)
        {
            Content = new FormUrlEncodedContent([new("Step", "note"), new("Answer", "Bad")]),
        };
        request.Headers.Add("Origin", FramedProduct.Host);

        using var answer = await client.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ; ")]
    public void Without_a_setting_nobody_frames_the_form(string setting) =>
        Assert.Equal("'none'", HostsOf(setting).Ancestors);

    [Theory]
    [InlineData("https://*.example.org")]
    [InlineData("https://sante.example/")]
    [InlineData("https://sante.example/chemin")]
    [InlineData("https://Sante.example")]
    [InlineData("https://moi@sante.example")]
    [InlineData("http://sante.example")]
    [InlineData("sante.example")]
    [InlineData("'self'")]
    [InlineData("https://sante.example *")]
    public void A_setting_that_is_no_origin_stops_the_service(string setting) =>
        Assert.Throws<InvalidOperationException>(() => HostsOf($"https://bon.example;{setting}"));

    [Theory]
    [InlineData("#000000", 21)]
    [InlineData("767676", 4.54)]
    [InlineData("#ffffff", 1)]
    public void Contrast_is_that_of_WCAG(string colour, double ratio) =>
        Assert.Equal(ratio, Contrast.Between(colour, "#ffffff"), 2);

    private static FrameHosts HostsOf(string setting) =>
        new(new ConfigurationBuilder().AddInMemoryCollection([new(FrameHosts.Setting, setting)]).Build());

    private static void IsFramable(Page page)
    {
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(Hosts, Policy(page), StringComparison.Ordinal);
        Assert.False(page.Response.Headers.Contains("Set-Cookie"));
        Assert.False(page.Response.Headers.Contains("X-Frame-Options"));
    }

    private static string Policy(Page page) =>
        page.Response.Headers.GetValues("Content-Security-Policy").Single();
}
