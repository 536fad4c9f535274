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

    /// <summary>The first day compared.</summary>
    public ShownDay First { get; private set; } = null!; // set before the page is shown

    /// <summary>The second day compared.</summary>
    public ShownDay Last { get; private set; } = null!; // set before the page is shown

    /// <summary>Why the days asked for cannot be compared, in French.</summary>
    public string? Problem { get; private set; }

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
        ReadDays(WorkingDays.DateInParis(tracker.OpenedAt));
        if (Problem is null)
        {
            var (start, end) = (WorkingDays.EndOf(First.Day), WorkingDays.EndOf(Last.Day));
            Found = await moves.BetweenAsync(tracker, start, end, Number, cancellationToken);
        }

        return Page();
    }

    private void ReadDays(DateOnly publishedOn)
    {
        var today = treatments.Today;
        First = string.IsNullOrWhiteSpace(From)
            ? new ShownDay(publishedOn, today)
            : ShownDay.Read(From, today);
        Last = ShownDay.Read(To, today);
        Problem =
            First.Problem
            ?? Last.Problem
            ?? (First.Day > Last.Day ? "La première date vient après la seconde. Échangez-les." : null);
    }
}
