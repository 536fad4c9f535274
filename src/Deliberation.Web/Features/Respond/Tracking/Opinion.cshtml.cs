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

/// <summary>What became of one opinion, in the words of its own scale.</summary>
[AllowAnonymous]
[SameForEveryone]
internal sealed class Opinion(
    DeliberationDb db,
    TreatmentList treatments,
    FilterChoices choices,
    FeatureTexts<Opinion> texts
) : PageModel
{
    [FromRoute(Name = "avis")]
    public string Slug { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "")]
    public TreatmentFilter Filter { get; set; } = new();

    [FromQuery(Name = "p")]
    public int Number { get; set; } = 1;

    public OpinionTracker Tracker { get; private set; } = null!; // set before the page is shown

    public TreatmentPage List { get; private set; } = new([], 0, 1, 1);

    public FilterChoices.Offer Choices { get; private set; } = new([], [], []);

    public IReadOnlyList<Bar> Bars { get; private set; } = [];

    public string Sentence { get; private set; } = "";

    public ShownDay Day => treatments.DayOf(Filter);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var tracker = await db.Set<OpinionTracker>()
            .AsNoTracking()
            .FirstOrDefaultAsync(tracker => tracker.Slug == Slug, cancellationToken);
        if (tracker is null)
        {
            return NotFound();
        }

        Tracker = tracker;
        Filter.Opinion = Slug;
        Choices = await choices.ReadAsync(cancellationToken);
        List = await treatments.PageAsync(Filter, Number, cancellationToken);
        await CountAsync(tracker, cancellationToken);
        return Page();
    }

    private async Task CountAsync(OpinionTracker tracker, CancellationToken cancellationToken)
    {
        var whole = new TreatmentFilter { Opinion = Slug, On = Filter.On };
        var counts = await treatments.CountByCategoryAsync(whole, cancellationToken);
        var byStatus = await treatments.CountByStatusAsync(tracker.Id, Day, cancellationToken);
        Bars = TreatmentBars.ByStatus(tracker.Scheme, byStatus, texts);
        Sentence = TreatmentBars.Say(counts, Day, texts);
    }
}
