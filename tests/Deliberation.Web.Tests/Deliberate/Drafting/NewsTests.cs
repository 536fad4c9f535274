using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Deliberation.Testing;
using Deliberation.Web.Features.Deliberate.Drafting;

namespace Deliberation.Web.Tests.Deliberate.Drafting;

/// <summary>What the workroom says is new to whoever comes in.</summary>
public sealed class NewsTests(Product product) : IClassFixture<Product>
{
    private const string New = "1 personne y a écrit depuis votre venue";

    [Fact]
    public async Task Ones_own_words_are_not_news()
    {
        var atelier = await Given.AtelierAsync(product);
        var samira = product.Browse(atelier.Member);
        await samira.GoAsync(atelier.TextAddress);
        await WriteAsync(atelier, 0, "Un.", atelier.Member);
        await WriteAsync(atelier, 1, "Un. Deux.", atelier.Member);

        var alone = await samira.GoAsync(atelier.Address);
        await WriteAsync(atelier, 2, "Un. Deux. Trois.", atelier.Facilitator);
        var together = await samira.GoAsync(atelier.Address);

        Assert.DoesNotContain(New, alone.Words);
        Assert.DoesNotContain("Nouveau pour vous", alone.Document.QuerySelector("main .card")!.TextContent);
        Assert.Contains(New, together.Words);
    }

    [Fact]
    public async Task What_came_while_one_had_the_page_open_is_not_news()
    {
        var atelier = await Given.AtelierAsync(product);
        var awa = product.Browse(atelier.Observer);
        var page = await awa.GoAsync(atelier.TextAddress);
        await WriteAsync(atelier, 0, "Un.", atelier.Member);
        await WriteAsync(atelier, 1, "Un. Deux.", atelier.Member);

        await LeaveAsync(awa, page, version: 1);
        var one = await awa.GoAsync(atelier.Address);
        await LeaveAsync(awa, page, version: 99);
        var none = await awa.GoAsync(atelier.Address);
        await WriteAsync(atelier, 2, "Un. Deux. Trois.", atelier.Member);
        var last = await awa.GoAsync(atelier.Address);

        Assert.Contains(New, one.Words);
        Assert.DoesNotContain(New, none.Words);
        Assert.Contains(New, last.Words);
    }

    [Fact]
    public async Task Nobody_reads_for_another_site_or_in_another_space()
    {
        var (atelier, elsewhere) = (await Given.AtelierAsync(product), await Given.AtelierAsync(product));
        var awa = product.Browse(atelier.Observer);
        var page = await awa.GoAsync(atelier.TextAddress);

        Assert.Equal(HttpStatusCode.NotFound, await LeaveAsync(awa, page, 1, elsewhere.DocumentId));
        Assert.Equal(HttpStatusCode.BadRequest, await LeaveAsync(awa, page, 1, token: ""));
    }

    private static async Task<HttpStatusCode> LeaveAsync(
        Browser who,
        Page page,
        int version,
        Guid? document = null,
        string? token = null
    )
    {
        var sent = (IHtmlInputElement)page.Document.QuerySelector("main [name=__RequestVerificationToken]")!; // in every form
        using var body = new FormUrlEncodedContent(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["version"] = version.ToString(CultureInfo.InvariantCulture),
                ["__RequestVerificationToken"] = token ?? sent.Value,
            }
        );
        var address = page.Address[..page.Address.LastIndexOf('/')];
        var own = page.Address[(address.Length + 1)..];
        using var answer = await who.Client.PostAsync($"{address}/{document?.ToString() ?? own}/marge", body);
        return answer.StatusCode;
    }

    private Task<int> WriteAsync(Atelier atelier, int version, string words, Guid by) =>
        product.SendAsync(new Write.Command(atelier.DocumentId, version, words, Write.NewKey(), by));
}
