using Deliberation.Domain.Respond.Tracking;
using Deliberation.Domain.Respond.Verdicts;
using Deliberation.Web.Platform.Caching;
using Deliberation.Web.Platform.Localization;
using Deliberation.Web.Platform.Mail;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Deliberation.Web.Features.Respond.Tracking;

/// <summary>What became of an opinion on one day, in full, to cite and to print: figures, then every answer by status.</summary>
[AllowAnonymous]
[SameForEveryone]
internal sealed class Analysis(
    DeliberationDb db,
    TreatmentList treatments,
    PublicAddress site,
    IOptions<Brand> brand,
    FeatureTexts<Analysis> texts
) : PageModel
{
    /// <summary>Far above any opinion; the page says so when it is reached.</summary>
    public const int Most = 500;

    [FromRoute(Name = "avis")]
    public string Slug { get; set; } = "";

    [FromQuery(Name = ShownDay.Key)]
    public string? On { get; set; }

    public OpinionTracker Tracker { get; private set; } = null!; // set before the page is shown

    public ShownDay Day { get; private set; } = null!; // set before the page is shown

    public IReadOnlyList<Bar> Bars { get; private set; } = [];

    public string Sentence { get; private set; } = "";

    public int Total { get; private set; }

    /// <summary>In the order of the scale; what waits for an answer comes last, then what was withdrawn.</summary>
    public IReadOnlyList<IGrouping<string?, TreatmentRow>> Groups { get; private set; } = [];

    /// <summary>The latest result of the members for each proposition that has one.</summary>
    public IReadOnlyDictionary<Guid, VerdictRound> Verdicts { get; private set; } =
        new Dictionary<Guid, VerdictRound>();

    /// <summary>How many answers given elsewhere by that day were brought in here only afterwards.</summary>
    public int Added { get; private set; }

    /// <summary>Where this very day is read again, whatever happens later.</summary>
    public string Address => site.Of($"/suivi/{Slug}/analyse?{ShownDay.Key}={Day.Written}");

    /// <summary>How to cite it.</summary>
    public string Citation =>
        texts[
            "{0}, « {1} » ({2}). Analyse des réponses, état au {3}. {4}",
            brand.Value.Service,
            Tracker.Title,
            Tracker.Reference,
            WrittenTime.Date(Day.Day),
            Address
        ];

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
        Day = ShownDay.Read(On, treatments.Today);
        var whole = new TreatmentFilter
        {
            Opinion = Slug,
            On = On,
            Order = TreatmentOrder.Statut,
        };
        var page = await treatments.PageAsync(whole, 1, cancellationToken, Most);
        Total = page.Total;
        Groups =
        [
            .. page
                .Rows.OrderBy(row => row.IsWithdrawn)
                .GroupBy(row => row.IsWithdrawn ? TreatmentFilter.Withdrawn : row.Status),
        ];
        Verdicts = await VerdictsAsync(tracker.Id, cancellationToken);
        Added = await AddedAsync(tracker.Id, cancellationToken);
        await CountAsync(whole, cancellationToken);
        return Page();
    }

    private async Task<int> AddedAsync(Guid opinionId, CancellationToken cancellationToken) =>
        Day.Before is { } end
            ? await (
                from update in db.Set<TreatmentUpdate>()
                join treatment in db.Set<Treatment>() on update.TreatmentId equals treatment.Id
                where treatment.OpinionId == opinionId && update.At < end && update.BroughtInAt >= end
                select update
            ).CountAsync(cancellationToken)
            : 0;

    private async Task CountAsync(TreatmentFilter whole, CancellationToken cancellationToken)
    {
        var byStatus = await treatments.CountByStatusAsync(Tracker.Id, Day, cancellationToken);
        Bars = TreatmentBars.ByStatus(Tracker.Scheme, byStatus, texts);
        var counts = await treatments.CountByCategoryAsync(whole, cancellationToken);
        Sentence = TreatmentBars.Say(counts, Day, texts);
    }

    private async Task<IReadOnlyDictionary<Guid, VerdictRound>> VerdictsAsync(
        Guid opinionId,
        CancellationToken cancellationToken
    )
    {
        var before = Day.Before;
        var closed = await (
            from round in db.Set<VerdictRound>().AsNoTracking()
            join treatment in db.Set<Treatment>() on round.TreatmentId equals treatment.Id
            where treatment.OpinionId == opinionId && round.ClosedAt != null
            where before == null || round.ClosedAt < before
            orderby round.AnswerNumber descending
            select round
        ).ToListAsync(cancellationToken);
        return closed.DistinctBy(round => round.TreatmentId).ToDictionary(round => round.TreatmentId);
    }
}
