using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Deliberation.Domain.Publish.Opinions;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Domain.Verify.Ledger;
using Deliberation.Web.Features.Verify.Ledger;
using Deliberation.Web.Platform.Localization;
using Deliberation.Web.Platform.Mail;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Ui;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Deliberation.Web.Features.Information;

/// <summary>
/// What is new, for feed readers (Atom, RFC 4287): opinions, answers, public acts. Titles are in the reader’s language
/// (<c>?langue=en</c>); what was published stays in the words it was published in.
/// </summary>
internal sealed class Feeds(
    DeliberationDb db,
    ActSentence sentences,
    PublicAddress site,
    IHttpContextAccessor accessor,
    IOptions<Brand> brand,
    FeatureTexts<Feeds> texts
)
{
    private const int Newest = 50;

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    public async Task<IResult> OpinionsAsync(CancellationToken token)
    {
        var published = await (
            from edition in db.Set<Edition>()
            join opinion in db.Set<Opinion>() on edition.OpinionId equals opinion.Id
            where edition.State == EditionState.Published
            orderby edition.PublishedAt descending
            select new
            {
                opinion.Slug,
                opinion.Reference,
                edition.Number,
                edition.Title,
                edition.PublishedAt,
            }
        )
            .Take(Newest)
            .ToListAsync(token);
        return Write(
            "/avis",
            texts["Avis publiés"],
            published.Select(line => new Entry(
                $"/avis/{line.Slug}",
                $"edition-{line.Number}",
                texts["{0} ({1}, édition {2})", line.Title, line.Reference, line.Number],
                "",
                line.PublishedAt ?? DateTimeOffset.UnixEpoch
            ))
        );
    }

    public async Task<IResult> AnswersAsync(CancellationToken token)
    {
        var answers = await (
            from update in db.Set<TreatmentUpdate>()
            join treatment in db.Set<Treatment>() on update.TreatmentId equals treatment.Id
            join opinion in db.Set<Opinion>() on treatment.OpinionId equals opinion.Id
            orderby update.At descending
            select new
            {
                opinion.Slug,
                treatment.Number,
                treatment.Reference,
                treatment.Title,
                Answer = update.Number,
                update.Reason,
                update.At,
            }
        )
            .Take(Newest)
            .ToListAsync(token);
        return Write(
            "/suivi",
            texts["Réponses aux propositions"],
            answers.Select(line => new Entry(
                $"/avis/{line.Slug}/propositions/{line.Number}",
                $"reponse-{line.Answer}",
                texts["{0} : {1}", line.Reference, line.Title],
                line.Reason,
                line.At
            ))
        );
    }

    public async Task<IResult> ActsAsync(CancellationToken token)
    {
        var acts = await db.Set<LedgerEntry>()
            .OrderByDescending(entry => entry.Number)
            .AsNoTracking()
            .Take(Newest)
            .ToListAsync(token);
        var entries = new List<Entry>();
        foreach (var act in acts)
        {
            var number = act.Number.ToString(CultureInfo.InvariantCulture);
            var sentence = await sentences.SayAsync(act, token);
            entries.Add(new Entry("/registre", number, sentence, act.Hash, act.At, $"/registre/{number}"));
        }

        return Write("/registre", texts["Registre public"], entries);
    }

    private IResult Write(string page, string title, IEnumerable<Entry> entries)
    {
        Entry[] lines = [.. entries];
        var latest = lines.Length > 0 ? lines.Max(line => line.At) : DateTimeOffset.UnixEpoch;
        if (lines.Length > 0 && accessor.HttpContext is { } context)
        {
            context.Response.GetTypedHeaders().LastModified = latest;
        }

        var feed = new XElement(
            Atom + "feed",
            new XAttribute(XNamespace.Xml + "lang", CultureInfo.CurrentUICulture.TwoLetterISOLanguageName),
            new XElement(Atom + "title", $"{title} – {brand.Value.Service}"),
            new XElement(Atom + "id", site.Of($"{page}.atom")),
            Link("self", site.Of($"{page}.atom")),
            Link("alternate", site.Of(page)),
            new XElement(Atom + "updated", Instant(latest)),
            new XElement(Atom + "author", new XElement(Atom + "name", brand.Value.Service)),
            lines.Select(Written)
        );
        return Results.Text(
            $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{feed}",
            "application/atom+xml; charset=utf-8"
        );
    }

    private XElement Written(Entry entry) =>
        new(
            Atom + "entry",
            new XElement(Atom + "title", Clean(entry.Title)),
            new XElement(Atom + "id", $"{site.Of(entry.Path)}#{entry.Anchor}"),
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

    /// <param name="Path">With the anchor, the entry’s name for ever.</param>
    /// <param name="Page">Where to read it, when that is elsewhere.</param>
    private sealed record Entry(
        string Path,
        string Anchor,
        string Title,
        string Text,
        DateTimeOffset At,
        string? Page = null
    );
}
