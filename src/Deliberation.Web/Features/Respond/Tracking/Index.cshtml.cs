using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Platform.Caching;
using Deliberation.Web.Platform.Localization;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Tracking;

/// <summary>What became of every published proposition, opinions together.</summary>
[AllowAnonymous]
[SameForEveryone]
internal sealed class Index(
    DeliberationDb db,
    TreatmentList treatments,
    TrackerTotals totals,
    FilterChoices choices,
    FeatureTexts<Index> texts
) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")]
    public TreatmentFilter Filter { get; set; } = new();

    [FromQuery(Name = "p")]
    public int Number { get; set; } = 1;

    public TreatmentPage List { get; private set; } = new([], 0, 1, 1);

    public FilterChoices.Offer Choices { get; private set; } = new([], [], []);

    public IReadOnlyList<Bar> Bars { get; private set; } = [];

    public string Sentence { get; private set; } = "";

    /// <summary>The scale of the one opinion that is asked for; null when several are shown.</summary>
    public StatusScheme? Scheme { get; private set; }

    public ShownDay Day => treatments.DayOf(Filter);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Choices = await choices.ReadAsync(cancellationToken);
        Scheme = await SchemeAsync(Filter.Opinion, cancellationToken);
        var counts = await CountAsync(cancellationToken);
        var total = counts.Sum(count => count.Count);
        List = await treatments.PageAsync(Filter, Number, cancellationToken, known: total);
        Bars = TreatmentBars.ByCategory(counts, texts);
        Sentence = TreatmentBars.Say(counts, Day, texts);
    }

    private async Task<StatusScheme?> SchemeAsync(string? opinion, CancellationToken cancellationToken) =>
        string.IsNullOrWhiteSpace(opinion)
            ? null
            : (
                await db.Set<OpinionTracker>()
                    .AsNoTracking()
                    .FirstOrDefaultAsync(
                        tracker => tracker.Slug == opinion || tracker.Reference == opinion,
                        cancellationToken
                    )
            )?.Scheme;

    private Task<IReadOnlyList<CategoryCount>> CountAsync(CancellationToken cancellationToken) =>
        Filter.IsWhole && !Day.IsPast
            ? totals.GetAsync("categories", () => treatments.CountByCategoryAsync(Filter, cancellationToken))
            : treatments.CountByCategoryAsync(Filter, cancellationToken);
}
