using System.Globalization;
using Deliberation.Domain.Publish.Opinions;
using Deliberation.Domain.Verify.Ledger;
using Deliberation.Web.Features.Verify.Ledger;
using Deliberation.Web.Features.Verify.OpenData;
using Deliberation.Web.Platform.Localization;
using Deliberation.Web.Platform.Mail;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Ui;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Deliberation.Web.Features.Information;

/// <summary>
/// What is new, for feed readers (Atom, RFC 4287): opinions and public acts. Titles are in the reader’s language
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
            published.Select(line => new FeedEntry(
                $"/avis/{line.Slug}",
                $"edition-{line.Number}",
                texts["{0} ({1}, édition {2})", line.Title, line.Reference, line.Number],
                "",
                line.PublishedAt ?? DateTimeOffset.UnixEpoch
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
        var entries = new List<FeedEntry>();
        foreach (var act in acts)
        {
            var number = act.Number.ToString(CultureInfo.InvariantCulture);
            var sentence = await sentences.SayAsync(act, token);
            entries.Add(
                new FeedEntry("/registre", number, sentence, act.Hash, act.At, $"/registre/{number}")
            );
        }

        return Write("/registre", texts["Registre public"], entries);
    }

    private IResult Write(string page, string title, IEnumerable<FeedEntry> entries) =>
        new FeedDocument(
            $"{title} – {brand.Value.Service}",
            brand.Value.Service,
            $"{page}.atom",
            page,
            [.. entries]
        ).AsAtom(accessor.HttpContext!, site); // only ever called by an endpoint
}
