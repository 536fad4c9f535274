using System.Globalization;
using Deliberation.Domain.Deliberate.Drafting;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Deliberate.Drafting;

/// <summary>Words found in a working text, with what stands around them.</summary>
internal sealed record FoundWords(
    Guid DocumentId,
    string Title,
    Anchor Place,
    string Before,
    string Words,
    string After
);

/// <summary>Looks for words in all working texts of a space, whatever their accents and capitals.</summary>
internal sealed class FindInTexts(DeliberationDb db, DocumentLog log)
{
    private const int Around = 60;
    private const int MostTexts = 300;
    private const int MostPerText = 5;

    public async Task<IReadOnlyList<FoundWords>> FindAsync(
        string slug,
        string sought,
        CancellationToken cancellationToken
    )
    {
        var texts = await (
            from document in db.DocumentsOf(slug)
            let proposal = db.Set<Proposal>().FirstOrDefault(p => p.DocumentId == document.Id)
            let section = db.Set<Section>().FirstOrDefault(s => s.DocumentId == document.Id)
            orderby document.Id // as they were made
            select new
            {
                document.Id,
                Title = proposal != null ? proposal.Title
                : section != null ? section.Title
                : "",
            }
        )
            .Take(MostTexts)
            .ToListAsync(cancellationToken);
        var found = new List<FoundWords>();
        var words = await log.TextsAsync([.. texts.Select(text => text.Id)], cancellationToken);
        foreach (var text in texts)
        {
            var (version, kept) = words[text.Id];
            found.AddRange(
                In(kept, sought.Trim())
                    .Take(MostPerText)
                    .Select(place => new FoundWords(
                        text.Id,
                        text.Title,
                        new Anchor(version, place.From, place.To),
                        kept[Math.Max(0, place.From - Around)..place.From],
                        kept[place.From..place.To],
                        kept[place.To..Math.Min(kept.Length, place.To + Around)]
                    ))
            );
        }

        return found;
    }

    private static IEnumerable<(int From, int To)> In(string text, string words)
    {
        var compare = CultureInfo.GetCultureInfo("fr-FR").CompareInfo;
        const CompareOptions alike = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace;
        for (var at = 0; words.Length > 1 && at < text.Length; )
        {
            var start = compare.IndexOf(text.AsSpan(at), words, alike, out var length);
            if (start < 0 || length == 0)
            {
                yield break;
            }

            yield return (at + start, at + start + length);
            at += start + length;
        }
    }
}
