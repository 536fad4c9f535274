using System.Net;
using Deliberation.Domain.Assemble.Membership;
using Deliberation.Testing;
using Deliberation.Web.Features.Respond.Tracking;
using Deliberation.Web.Platform.Caching;
using Deliberation.Web.Tests.Architecture;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Deliberation.Web.Tests.Platform.Caching;

public sealed class SameForEveryoneTests(Product product) : IClassFixture<Product>
{
    [Fact]
    public async Task A_page_is_made_once_for_two_readers()
    {
        var followed = await Given.FollowedOpinionAsync(product);

        var first = await GetAsync(product.Browse(), $"/suivi/{followed.Opinion.Slug}");
        var second = await GetAsync(product.Browse(), $"/suivi/{followed.Opinion.Slug}");

        Assert.False(IsKept(first));
        Assert.True(IsKept(second));
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
        Assert.Equal(await TextAsync(first), await TextAsync(second));
        Assert.NotNull(second.Headers.GetValues("Content-Security-Policy"));
    }

    [Theory]
    [InlineData("/suivi", "br")]
    [InlineData("/suivi", "")]
    [InlineData("/avis.atom", "gzip")]
    public async Task What_is_sent_again_has_the_same_words_and_headers(string address, string encoding)
    {
        var answers = new List<(string Headers, byte[] Body)>();
        for (var i = 0; i < 3; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"{address}?essai={encoding}");
            request.Headers.TryAddWithoutValidation("Accept-Encoding", encoding);
            using var answer = await product.Browse().Client.SendAsync(request);
            Assert.Equal(i > 0, IsKept(answer));
            answers.Add((HeadersOf(answer), await answer.Content.ReadAsByteArrayAsync()));
        }

        Assert.Contains("Content-Security-Policy", answers[0].Headers, StringComparison.Ordinal);
        Assert.All(answers, answer => Assert.Equal(answers[0].Headers, answer.Headers));
        Assert.All(answers, answer => Assert.Equal(answers[0].Body, answer.Body));
    }

    [Fact]
    public async Task Two_names_of_the_site_do_not_mix()
    {
        var (one, other) = (product.Browse().Client, product.Browse().Client);
        other.DefaultRequestHeaders.Host = "autre.example.org";

        for (var i = 0; i < 2; i++)
        {
            var (own, others) = (
                await one.GetStringAsync("/avis.atom"),
                await other.GetStringAsync("/avis.atom")
            );
            Assert.DoesNotContain("autre.example.org", own, StringComparison.Ordinal);
            Assert.Contains("autre.example.org", others, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/suivi")]
    [InlineData("/registre")]
    [InlineData("/avis.atom")]
    [InlineData("/api/v1/treatments")]
    [InlineData("/suivi.csv")]
    [InlineData("/donnees/retours.csv")]
    [InlineData("/donnees/retours.json")]
    [InlineData("/donnees/retours-chiffres.csv")]
    [InlineData("/donnees/sujets.csv")]
    public async Task A_reader_who_has_the_page_does_not_take_it_again(string address)
    {
        var browser = product.Browse();
        using var first = await GetAsync(browser, address);
        browser.Client.DefaultRequestHeaders.IfNoneMatch.Add(first.Headers.ETag!); // asserted by what follows

        for (var i = 0; i < 2; i++)
        {
            using var again = await GetAsync(browser, address);
            Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
            Assert.Equal("", await TextAsync(again));
        }
    }

    [Fact]
    public async Task An_answer_shows_at_the_next_request()
    {
        var followed = await Given.FollowedOpinionAsync(product);
        var address = $"/suivi/{followed.Opinion.Slug}";
        var browser = product.Browse();
        await browser.GoAsync(address);
        var before = await browser.GoAsync(address);

        await product.SendAsync(new Answer.Command(followed.Agent, followed.Proposition(1), Given.Answer()));
        var after = await browser.GoAsync(address);

        Assert.NotEqual(before.Text, after.Text);
        Assert.NotEqual(before.Response.Headers.ETag, after.Response.Headers.ETag);
    }

    [Fact]
    public async Task Who_is_signed_in_neither_gets_nor_fills_what_is_kept()
    {
        var followed = await Given.FollowedOpinionAsync(product);
        var address = $"/suivi/{followed.Opinion.Slug}";
        var member = product.Browse(await Given.PersonAsync(product));

        var own = await member.GoAsync(address);
        var first = await product.Browse().GoAsync(address);
        var second = await product.Browse().GoAsync(address);
        var again = await member.GoAsync(address);

        Assert.All([own, again], page => Assert.Contains("Mon compte", page.Text, StringComparison.Ordinal));
        Assert.All([own, again], page => Assert.False(IsKept(page.Response)));
        Assert.All([own, again], page => Assert.True(page.Response.Headers.CacheControl?.NoStore));
        Assert.All(
            [first, second],
            page => Assert.DoesNotContain("Mon compte", page.Text, StringComparison.Ordinal)
        );
        Assert.False(IsKept(first.Response));
        Assert.True(IsKept(second.Response));
    }

    [Fact]
    public async Task Languages_do_not_mix()
    {
        var (french, english) = (product.Browse(), product.Browse());
        await english.GoAsync("/aide?langue=en");

        var pages = new List<string>();
        for (var i = 0; i < 2; i++)
        {
            pages.Add((await french.GoAsync("/aide")).Document.DocumentElement.GetAttribute("lang") ?? "");
            pages.Add((await english.GoAsync("/aide")).Document.DocumentElement.GetAttribute("lang") ?? "");
        }

        Assert.Equal(["fr", "en", "fr", "en"], pages);
    }

    [Fact]
    public async Task Choosing_a_language_is_never_kept_for_the_next_reader()
    {
        await product.Browse().GoAsync("/cookies?langue=en");

        using var next = await GetAsync(product.Browse(), "/cookies?langue=en");
        using var plain = await GetAsync(product.Browse(), "/cookies");

        Assert.False(IsKept(next));
        Assert.True(next.Headers.Contains("Set-Cookie"));
        Assert.False(plain.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task What_was_not_found_is_not_kept()
    {
        var browser = product.Browse();
        await browser.GoAsync("/avis/pas-encore");

        using var again = await GetAsync(browser, "/avis/pas-encore");

        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
        Assert.False(IsKept(again));
    }

    [Fact]
    public async Task Compressed_pages_go_only_to_who_can_read_them()
    {
        var (able, plain) = (product.Browse(), product.Browse());
        able.Client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("br");

        for (var i = 0; i < 2; i++)
        {
            using var small = await GetAsync(able, "/plan-du-site");
            using var whole = await GetAsync(plain, "/plan-du-site");
            Assert.Equal("br", small.Content.Headers.ContentEncoding.Single());
            Assert.Empty(whole.Content.Headers.ContentEncoding);
            Assert.Contains("<html", await TextAsync(whole), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_is_kept_is_public_and_holds_no_form_to_send()
    {
        var kept = product
            .Services.GetServices<EndpointDataSource>()
            .SelectMany(source => source.Endpoints)
            .Where(endpoint => endpoint.Metadata.GetMetadata<SameForEveryoneAttribute>() is not null)
            .ToList();
        var withForm =
            from file in Sources.Files("src/Deliberation.Web/Features", ".cshtml.cs")
            where Sources.Code(file).Contains("[SameForEveryone]", StringComparison.Ordinal)
            let page = File.ReadAllText(file[..^".cs".Length])
            where
                page.Contains("method=\"post\"", StringComparison.Ordinal)
                || page.Contains("NonceItem", StringComparison.Ordinal)
            select Sources.Relative(file);

        Assert.InRange(kept.Count, 25, 70);
        Assert.All(kept, endpoint => Assert.NotNull(endpoint.Metadata.GetMetadata<IAllowAnonymous>()));
        Nothing.In(withForm);
    }

    [Fact]
    public async Task A_name_taken_back_is_gone_at_the_next_request()
    {
        var space = await Given.SpaceAsync(product);
        var person = await Given.InSpaceAsync(product, space.Id, SpaceRole.Member, "Zélie");
        var me = product.Browse(person);
        var form = await me.GoAsync($"/compte/dispositifs/{space.Slug}");
        await me.SubmitAsync(form, "main form", ("Data.Name", "Zélie"), ("Data.IsPublic", "true"));
        var address = $"/dispositifs/{space.Slug}";
        var reader = product.Browse();
        await reader.GoAsync(address);
        var before = await reader.GoAsync(address);

        await me.SubmitAsync(form, "main form", ("Data.Name", "Zélie"), ("Data.IsPublic", "false"));
        var after = await reader.GoAsync(address);

        Assert.Contains("Zélie", before.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Zélie", after.Text, StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> GetAsync(Browser browser, string address) =>
        browser.Client.GetAsync(address);

    private static Task<string> TextAsync(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync();

    private static string HeadersOf(HttpResponseMessage answer) =>
        string.Join(
            '\n',
            answer
                .Headers.Concat(answer.Content.Headers)
                .Where(header => header.Key is not ("Age" or "Date"))
                .OrderBy(header => header.Key, StringComparer.Ordinal)
                .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}")
        );

    /// <summary>Only what comes from the cache has an age.</summary>
    private static bool IsKept(HttpResponseMessage answer) => answer.Headers.Age is not null;
}
