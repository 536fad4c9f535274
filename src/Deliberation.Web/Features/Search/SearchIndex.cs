using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Search;

/// <summary>Keeps the entries true: reactions say what is public now, as often as they like.</summary>
internal sealed class SearchIndex(DeliberationDb db)
{
    private const int LongestTitle = 300;

    /// <summary>Adds these things or brings them up to date, in one go.</summary>
    public async Task KeepAsync(IReadOnlyList<Found> things, CancellationToken cancellationToken)
    {
        var ids = things.Select(thing => SearchEntry.IdOf(thing.Address)).ToList();
        var known = await db.Set<SearchEntry>()
            .Where(entry => ids.Contains(entry.Id))
            .ToDictionaryAsync(entry => entry.Id, cancellationToken);
        foreach (var thing in things)
        {
            if (known.TryGetValue(SearchEntry.IdOf(thing.Address), out var entry))
            {
                Fill(entry, thing);
            }
            else
            {
                db.Add(Enter(thing));
            }
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Forgets what is no longer public, its words too.</summary>
    public async Task DropAsync(string address, CancellationToken cancellationToken)
    {
        var id = SearchEntry.IdOf(address);
        if (
            await db.Set<SearchEntry>().FirstOrDefaultAsync(row => row.Id == id, cancellationToken) is
            { } entry
        )
        {
            db.Remove(entry);
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    /// <summary>The entry of something that has none yet.</summary>
    public static SearchEntry Enter(Found thing) =>
        new()
        {
            Id = SearchEntry.IdOf(thing.Address),
            Kind = thing.Kind,
            Address = thing.Address,
            Title = Short(thing.Title),
            TitleWords = SearchTerms.Fold(thing.Title),
            Text = thing.Text,
            Words = SearchTerms.Fold(thing.Text),
            Language = thing.Language,
            At = thing.At,
        };

    private static void Fill(SearchEntry entry, Found thing)
    {
        entry.Title = Short(thing.Title);
        entry.TitleWords = SearchTerms.Fold(thing.Title);
        entry.Text = thing.Text;
        entry.Words = SearchTerms.Fold(thing.Text);
        entry.Language = thing.Language;
        entry.At = thing.At;
    }

    private static string Short(string title) => title.Length > LongestTitle ? title[..LongestTitle] : title;

    /// <summary>A public thing, in plain words.</summary>
    public sealed record Found(SearchKind Kind, string Address, string Title, string Text, DateTimeOffset At)
    {
        public string Language { get; init; } = "fr";
    }
}
