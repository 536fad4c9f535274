using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Deliberation.Web.Platform.Mail;

namespace Deliberation.Web.Features.Verify.OpenData;

/// <summary>What is new in one place, for feed readers: as Atom (RFC 4287) or as JSON Feed 1.1 (https://jsonfeed.org).</summary>
/// <param name="Self">The address of the feed itself, from the root.</param>
/// <param name="Page">The page that says the same.</param>
/// <param name="Entries">The newest first.</param>
internal sealed record FeedDocument(
    string Title,
    string Author,
    string Self,
    string Page,
    IReadOnlyList<FeedEntry> Entries
)
{
    private const string JsonFeed = "https://jsonfeed.org/version/1.1";

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    private DateTimeOffset ChangedAt =>
        Entries.Count > 0 ? Entries.Max(entry => entry.At) : DateTimeOffset.UnixEpoch;

    public IResult AsAtom(HttpContext context, PublicAddress site)
    {
        Date(context);
        var feed = new XElement(
            Atom + "feed",
            new XAttribute(XNamespace.Xml + "lang", Language),
            new XElement(Atom + "title", Clean(Title)),
            new XElement(Atom + "id", site.Of(Self)),
            Link("self", site.Of(Self)),
            Link("alternate", site.Of(Page)),
            new XElement(Atom + "updated", Instant(ChangedAt)),
            new XElement(Atom + "author", new XElement(Atom + "name", Author)),
            Entries.Select(entry => Written(entry, site))
        );
        return Results.Text(
            $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{feed}",
            "application/atom+xml; charset=utf-8"
        );
    }

    public IResult AsJson(HttpContext context, PublicAddress site)
    {
        Date(context);
        context.Response.Headers.AccessControlAllowOrigin = "*";
        return Results.Json(
            new
            {
                version = JsonFeed,
                title = Title,
                home_page_url = site.Of(Page),
                feed_url = site.Of(Self),
                language = Language,
                authors = new[] { new { name = Author } },
                items = Entries.Select(entry => new
                {
                    id = entry.Id(site),
                    url = site.Of(entry.Page ?? entry.Path),
                    title = entry.Title,
                    content_text = entry.Text,
                    date_published = Instant(entry.At),
                }),
            },
            OpenJson.Options,
            "application/feed+json; charset=utf-8"
        );
    }

    private void Date(HttpContext context)
    {
        if (Entries.Count > 0)
        {
            context.Response.GetTypedHeaders().LastModified = ChangedAt;
        }
    }

    private static XElement Written(FeedEntry entry, PublicAddress site) =>
        new(
            Atom + "entry",
            new XElement(Atom + "title", Clean(entry.Title)),
            new XElement(Atom + "id", entry.Id(site)),
            Link("alternate", site.Of(entry.Page ?? entry.Path)),
            new XElement(Atom + "updated", Instant(entry.At)),
            new XElement(Atom + "content", new XAttribute("type", "text"), Clean(entry.Text))
        );

    private static XElement Link(string relation, string address) =>
        new(Atom + "link", new XAttribute("rel", relation), new XAttribute("href", address));

    // XML has no place for control characters, which a text may hold.
    private static string Clean(string text) => string.Concat(text.Where(sign => XmlConvert.IsXmlChar(sign)));

    private static string Instant(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}

/// <param name="Path">With the anchor, the entry’s name for ever.</param>
/// <param name="Page">Where to read it, when that is elsewhere.</param>
internal sealed record FeedEntry(
    string Path,
    string Anchor,
    string Title,
    string Text,
    DateTimeOffset At,
    string? Page = null
)
{
    public string Id(PublicAddress site) => $"{site.Of(Path)}#{Anchor}";
}
