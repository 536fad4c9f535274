using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Features.Deliberate.Contributions;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Tracking;

/// <summary>What the filters offer: only what exists in the tracker.</summary>
internal sealed class FilterChoices(DeliberationDb db, ThemeNames themes)
{
    public async Task<Offer> ReadAsync(CancellationToken cancellationToken)
    {
        var opinions = await db.Set<OpinionTracker>()
            .OrderByDescending(opinion => opinion.OpenedAt)
            .Take(500)
            .Select(opinion => KeyValuePair.Create(opinion.Slug, opinion.Title))
            .ToListAsync(cancellationToken);
        var bodies = await db.Set<Body>()
            .Where(body => db.Set<Entrustment>().Any(hand => hand.BodyId == body.Id))
            .OrderBy(body => body.Name)
            .Select(body => KeyValuePair.Create(body.Key, body.Name))
            .ToListAsync(cancellationToken);
        var used = await db.Set<Treatment>()
            .Where(treatment => treatment.Theme != "")
            .Select(treatment => treatment.Theme)
            .Distinct()
            .Order()
            .Take(200)
            .ToListAsync(cancellationToken);
        var names = await themes.AllAsync(cancellationToken);
        var named = used.Select(theme => KeyValuePair.Create(theme, names.GetValueOrDefault(theme, theme)));
        return new Offer(
            opinions,
            bodies,
            [.. named.OrderBy(theme => theme.Value, StringComparer.CurrentCulture)]
        );
    }

    /// <summary>The value in the address, then the words on the screen.</summary>
    internal sealed record Offer(
        IReadOnlyList<KeyValuePair<string, string>> Opinions,
        IReadOnlyList<KeyValuePair<string, string>> Bodies,
        IReadOnlyList<KeyValuePair<string, string>> Themes
    )
    {
        public string ThemeName(string key) =>
            Themes.Where(theme => theme.Key == key).Select(theme => theme.Value).FirstOrDefault(key);
    }
}
