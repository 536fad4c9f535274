using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Deliberation.Testing;
using Deliberation.Web.Features.Account;
using Deliberation.Web.Tests.Platform.Seeding;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace Deliberation.Web.Tests.Platform.Security;

/// <summary>Walks every form of every page, as each persona, and says hostile things in every field of it.</summary>
public sealed class EveryFormTests(SeededProduct product, ITestOutputHelper output)
    : IClassFixture<SeededProduct>
{
    private const string Mark = "<img src=x onerror=alert(1)>";

    private static readonly string[] Starts =
    [
        "/",
        "/connexion",
        "/invitation",
        "/contact",
        "/retours/donner",
        "/retours/integrer",
        "/retours/suivre",
        "/compte",
        "/bureau",
        "/dispositifs/comite-demo",
        "/dispositifs/comite-demo/scrutins",
    ];

    /// <summary>Each already encoded as a form sends it: some of them are bytes that no text has.</summary>
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["markup"] = WebUtility.UrlEncode($"{Mark}[a](javascript:alert(1)) \"onmouseover=alert(1) '"),
        ["half a character"] = "mots%ED%A0%80mots",
        ["control characters"] = "mots%00%1B%E2%80%AEmots",
        ["a number out of bounds"] = "99999999999999999999999",
        ["nothing"] = "",
        ["far too much"] = new string('a', 150_000),
    };

    [Theory]
    [InlineData(null)]
    [InlineData("Samira")]
    [InlineData("Claire")]
    [InlineData("Béatrice")]
    [InlineData("Léa")]
    [InlineData("Yann")]
    public async Task Hostile_words_in_any_form_get_a_clear_answer(string? persona)
    {
        var person = persona is null
            ? (Guid?)null
            : await product.ReadAsync(db =>
                db.Set<Person>().Where(one => one.Name == persona).Select(one => one.Id).FirstAsync()
            );
        var broken = new List<string>();
        var forms = 0;
        await foreach (var page in PagesAsync(product.Browse(person)))
        {
            foreach (var form in FormsOf(page))
            {
                forms++;
                broken.AddRange(await TryAsync(() => product.Browse(person), page.Address, form.Id));
            }
        }

        output.WriteLine($"{forms} forms");
        Assert.Empty(broken);
        Assert.True(forms > 3, $"{forms} forms were found");
    }

    /// <summary>The page is opened again once something was taken: what comes next starts from what it shows then.</summary>
    private static async Task<IEnumerable<string>> TryAsync(Func<Browser> open, string address, string? id)
    {
        var broken = new List<string>();
        (Browser Browser, Page Page, IHtmlFormElement Form)? shown = null;
        foreach (var (kind, words) in Words)
        {
            shown ??= await ShowAsync(open(), address, id);
            if (shown is not { } opened)
            {
                break;
            }

            var (status, isClear) = await SayAsync(opened.Browser, (opened.Page, opened.Form), words);
            if (!isClear)
            {
                broken.Add($"{address} form#{id}, {kind}: {(int)status}");
            }

            shown = status == HttpStatusCode.Redirect ? null : shown;
        }

        return broken;
    }

    private static async Task<(Browser Browser, Page Page, IHtmlFormElement Form)?> ShowAsync(
        Browser browser,
        string address,
        string? id
    )
    {
        var page = await browser.GoAsync(address);
        return page.Document.Forms.FirstOrDefault(form => form.Id == id && form.Method == "post") is { } form
            ? (browser, page, form)
            : null;
    }

    private static async Task<(HttpStatusCode Status, bool IsClear)> SayAsync(
        Browser browser,
        (Page Page, IHtmlFormElement Form) shown,
        string words
    )
    {
        var (page, form) = shown;
        var target = form.GetAttribute("action") is { Length: > 0 } action ? action : page.Address;
        using var body = new StringContent(
            Body(form, words),
            Encoding.Latin1,
            "application/x-www-form-urlencoded"
        );
        var answer = await browser.ReadAsync(await browser.Client.PostAsync(target, body));
        var isClear =
            answer.Status
            is HttpStatusCode.OK
                or HttpStatusCode.Redirect
                or HttpStatusCode.BadRequest
                or HttpStatusCode.Forbidden
                or HttpStatusCode.NotFound
                or HttpStatusCode.RequestEntityTooLarge
                or HttpStatusCode.UnprocessableEntity
                or HttpStatusCode.TooManyRequests;
        return (answer.Status, isClear && !answer.Text.Contains(Mark, StringComparison.Ordinal));
    }

    /// <summary>One form of each kind: a list repeats the same form on every line.</summary>
    private static IEnumerable<IHtmlFormElement> FormsOf(Page page) =>
        page
            .Document.Forms.Where(form => form.Method == "post")
            .DistinctBy(form => (form.Id, Routes.Of(form.GetAttribute("action") ?? page.Address)));

    private static string Body(IHtmlFormElement form, string words)
    {
        var fields = form
            .Elements.OfType<IHtmlElement>()
            .Select(element => (Element: element, Name: element.GetAttribute("name")))
            .Where(field => !string.IsNullOrEmpty(field.Name));
        return string.Join(
            '&',
            fields.Select(field =>
                $"{WebUtility.UrlEncode(field.Name)}={(field.Name == "__RequestVerificationToken" ? WebUtility.UrlEncode(field.Element.GetAttribute("value")) : words)}"
            )
        );
    }

    /// <summary>One page of each kind that this person can reach by links.</summary>
    private static async IAsyncEnumerable<Page> PagesAsync(Browser browser)
    {
        var ahead = new Queue<string>(Starts);
        var kinds = new HashSet<string>(StringComparer.Ordinal);
        while (ahead.TryDequeue(out var address))
        {
            if (Routes.Of(address) is not { } pattern || !kinds.Add(pattern))
            {
                continue;
            }

            var page = await browser.GoAsync(address);
            if (
                page.Status != HttpStatusCode.OK
                || page.Response.Content.Headers.ContentType?.MediaType != "text/html"
            )
            {
                continue;
            }

            foreach (var link in page.Document.QuerySelectorAll("a[href^='/']"))
            {
                ahead.Enqueue(link.GetAttribute("href")!); // the selector asks for it
            }

            yield return page;
        }
    }
}
