using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Platform.Caching;
using Deliberation.Web.Platform.Persistence;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Tracking;

/// <summary>What moved in one opinion between two days: from its publication to today, unless the address says.</summary>
[AllowAnonymous]
[SameForEveryone]
internal sealed class Evolution(DeliberationDb db, Moves moves, TreatmentList treatments) : PageModel
{
    [FromRoute(Name = "avis")]
    public string Slug { get; set; } = "";

    [FromQuery(Name = "de")]
    public string? From { get; set; }

    [FromQuery(Name = ShownDay.Key)]
    public string? To { get; set; }

    [FromQuery(Name = "p")]
    public int Number { get; set; } = 1;

    public OpinionTracker Tracker { get; private set; } = null!; // set before the page is shown

    public ComparedDays Days { get; private set; } = null!; // set before the page is shown

    public ShownDay First => Days.First;

    public ShownDay Last => Days.Last;

    public string? Problem => Days.Problem;

    public MovePage? Found { get; private set; }

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
        Days = ComparedDays.Read(From, To, tracker.OpenedAt, treatments.Today);
        if (Days.Problem is null)
        {
            Found = await moves.BetweenAsync(tracker, Days.Start, Days.End, Number, cancellationToken);
        }

        return Page();
    }
}
