using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Deliberation.Testing;

/// <summary>Reads pages and sends their forms as a browser without JavaScript would, cookies and antiforgery included.</summary>
public sealed class Browser
{
    private readonly IBrowsingContext context = BrowsingContext.New(Configuration.Default);

    internal Browser(HttpClient client, string? cookie)
    {
        Client = client;
        if (cookie is not null)
        {
            client.DefaultRequestHeaders.Add("Cookie", cookie);
        }
    }

    public HttpClient Client { get; }

    public async Task<Page> GoAsync(string address) => await ReadAsync(await Client.GetAsync(address));

    /// <summary>Fills in the form found by <paramref name="selector"/> and sends it; follows the redirect.</summary>
    public async Task<Page> SubmitAsync(
        Page page,
        string selector,
        params (string Name, string Value)[] values
    )
    {
        var answer = await SendAsync(page, selector, values);
        return answer.Status is HttpStatusCode.Redirect or HttpStatusCode.SeeOther
            ? await GoAsync(answer.Location!)
            : answer;
    }

    /// <summary>The same, without following the redirect.</summary>
    public async Task<Page> SendAsync(Page page, string selector, params (string Name, string Value)[] values)
    {
        var form =
            page.Document.QuerySelector(selector) as IHtmlFormElement
            ?? throw new InvalidOperationException(
                $"No form {selector} at {page.Address}: {page.Document.Body?.TextContent}"
            );
        var fields = Fields(form).Where(field => !values.Any(value => value.Name == field.Key));
        var content = fields.Concat(values.Select(value => KeyValuePair.Create(value.Name, value.Value)));
        var target = form.GetAttribute("action") is { Length: > 0 } action ? action : page.Address;
        using var body = new FormUrlEncodedContent(content);
        return await ReadAsync(await Client.PostAsync(target, body));
    }

    /// <summary>Gives a file with the form, as a browser sends it; follows the redirect.</summary>
    public async Task<Page> GiveFileAsync(
        Page page,
        string selector,
        string field,
        (string Name, byte[] Content) file
    )
    {
        var form = (IHtmlFormElement)page.Document.QuerySelector(selector)!; // the test names a form with files
        using var body = new MultipartFormDataContent();
        foreach (var (name, value) in Fields(form))
        {
            body.Add(new StringContent(value), name);
        }

        body.Add(new ByteArrayContent(file.Content), field, file.Name);
        var answer = await ReadAsync(await Client.PostAsync(form.GetAttribute("action"), body));
        return answer.Status is HttpStatusCode.Redirect ? await GoAsync(answer.Location!) : answer;
    }

    private static IEnumerable<KeyValuePair<string, string>> Fields(IHtmlFormElement form)
    {
        foreach (var element in form.Elements)
        {
            switch (element)
            {
                case IHtmlInputElement { Name: { Length: > 0 } name } input
                    when input.Type is not ("checkbox" or "radio" or "submit" or "file") || input.IsChecked:
                    yield return KeyValuePair.Create(name, input.Value);
                    break;
                case IHtmlTextAreaElement { Name: { Length: > 0 } name } area:
                    yield return KeyValuePair.Create(name, area.Value);
                    break;
                case IHtmlSelectElement { Name: { Length: > 0 } name } select:
                    yield return KeyValuePair.Create(name, select.Value ?? "");
                    break;
            }
        }
    }

    public async Task<Page> ReadAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        var document = await context.OpenAsync(request =>
            request.Content(text).Address("https://localhost/")
        );
        return new Page(
            response.StatusCode,
            response.RequestMessage!.RequestUri!.PathAndQuery, // set by HttpClient
            response.Headers.Location?.OriginalString,
            text,
            document,
            response
        );
    }
}

/// <summary>What came back: the status, the text, and the text as a document.</summary>
public sealed record Page(
    HttpStatusCode Status,
    string Address,
    string? Location,
    string Text,
    IDocument Document,
    HttpResponseMessage Response
)
{
    public string Heading => Plain(Document.QuerySelector("h1")?.TextContent.Trim());

    /// <summary>What the page says, with ordinary spaces where French sets narrow or unbreakable ones.</summary>
    public string Words => Plain(Document.QuerySelector("main")?.TextContent ?? Document.Body?.TextContent);

    private static string Plain(string? text) => (text ?? "").Replace('\u00A0', ' ').Replace('\u202F', ' ');
}
