using System.Globalization;
using Deliberation.Domain;
using Deliberation.Domain.Respond.Spreadsheets;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Spreadsheets;

/// <summary>An agent reads what a follow-up brings in, says what unknown words mean, then publishes all of it, or nothing.</summary>
[Authorize(Policy = Policies.Agent)]
[SecondFactor]
internal sealed class PublishFollowUp(IMediator mediator, KeptTables tables, FollowUpPreviews previews)
    : PageModel,
        IShownAgain
{
    private const int PageSize = 25;

    private const int MostWords = 200;

    [FromRoute]
    public Guid Id { get; set; }

    [FromQuery(Name = "avis")]
    public string Opinion { get; set; } = "";

    [FromQuery(Name = "source")]
    public string Source { get; set; } = "";

    [FromQuery(Name = "au")]
    public DateOnly AsOf { get; set; }

    [FromQuery(Name = "fonction")]
    public string Function { get; set; } = "";

    /// <summary>The words that the scale does not know, in the order of <see cref="Meanings"/>.</summary>
    [FromQuery(Name = "mot")]
    public List<string> Words { get; set; } = [];

    [FromQuery(Name = "statut")]
    public List<string> Meanings { get; set; } = [];

    [BindProperty]
    public string Stamp { get; set; } = "";

    [FromQuery(Name = "vue")]
    public LineView? Chosen { get; set; }

    [FromQuery(Name = "p")]
    public int Number { get; set; } = 1;

    public KeptTable Table { get; private set; } = null!; // set before the page is shown

    /// <summary>What it would bring in; null once it is done.</summary>
    public FollowUpPreview? Preview { get; private set; }

    public LineView View { get; private set; }

    public IReadOnlyList<FollowUpShown> Lines { get; private set; } = [];

    public int Pages { get; private set; } = 1;

    private FollowUpAsked Asked =>
        new(
            Opinion,
            Source,
            AsOf,
            Function,
            Words
                .Zip(Meanings)
                .Take(MostWords)
                .DistinctBy(pair => MatchKey.Of(pair.First))
                .ToDictionary(pair => MatchKey.Of(pair.First), pair => pair.Second, StringComparer.Ordinal)
        );

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await mediator.Send(new Command(User.PersonId(), Id, Asked, Stamp), cancellationToken);
        return Redirect($"/bureau/suivi/reprise/{Id}{Request.QueryString}");
    }

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await tables.FindAsync(Id, User.PersonId(), cancellationToken) is not { } table)
        {
            return false;
        }

        Table = table;
        if (table.Given is not null)
        {
            return true;
        }

        Preview = await previews.OfAsync(table, Asked, cancellationToken);
        if (Preview is { } preview)
        {
            View = Chosen ?? Enum.GetValues<LineView>().FirstOrDefault(view => preview.Count(view) > 0);
            Pages = Math.Max(1, (preview.Count(View) + PageSize - 1) / PageSize);
            Number = Math.Clamp(Number, 1, Pages);
            var shown = preview.Lines.Where(line => line.View == View);
            Lines = [.. shown.Skip((Number - 1) * PageSize).Take(PageSize)];
        }

        return Preview is not null;
    }

    /// <summary>What the list offers first for a word: what was chosen, or what comes closest.</summary>
    public string? MeaningOf(string word, StatusScheme scheme) =>
        Asked.Words.TryGetValue(MatchKey.Of(word), out var chosen)
            ? chosen
            : StatusWords.Closest(scheme, word)?.Code;

    /// <summary>The same preview, another pile.</summary>
    public string Address(LineView view)
    {
        var query = QueryHelpers.ParseQuery(Request.QueryString.Value);
        query["vue"] = view.ToString();
        query.Remove("p");
        return $"/bureau/suivi/reprise/{Id}{QueryString.Create(query)}";
    }

    public static string WordOf(Status? status) =>
        (CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "fr" ? status?.French : status?.English)
        ?? "";

    /// <summary>All of it, or nothing; the same form twice brings it in once.</summary>
    internal sealed record Command(Guid By, Guid Id, FollowUpAsked Asked, string Stamp) : IRequest<int>;

    internal sealed class Handler(
        DeliberationDb db,
        KeptTables tables,
        FollowUpPreviews previews,
        TimeProvider clock
    ) : IRequestHandler<Command, int>
    {
        /// <returns>How many answers it brought in.</returns>
        public Task<int> Handle(Command request, CancellationToken cancellationToken) =>
            tables.GiveOnceAsync(
                request.Id,
                request.By,
                table => BringInAsync(table, request, cancellationToken),
                cancellationToken
            );

        private async Task<int> BringInAsync(
            KeptTable table,
            Command request,
            CancellationToken cancellationToken
        )
        {
            var preview =
                await previews.OfAsync(table, request.Asked, cancellationToken)
                ?? throw new Absent("opinion");
            Require(preview.Stamp == request.Stamp, TrackingRules.AnAnswerIsWrittenKnowingTheLast);
            Require(preview.Count(LineView.Refusees) == 0, SheetRules.ASheetIsTakenWhole);

            var brought = preview.Lines.Where(line => line.View == LineView.Changements).ToList();
            var now = clock.GetUtcNow();
            foreach (var line in brought.Select(line => line.Brought))
            {
                // Both are there on every line that changes something.
                line.Treatment!.BringIn(line.Earlier!, preview.Speaker, preview.Tracker.Use(), now);
            }

            table.MarkGiven(brought.Count);
            await KeepAsync(table.Id, brought.Count, cancellationToken);
            return brought.Count;
        }

        // Sent twice at the same instant, the other one kept it all; anything else came too late.
        private async Task KeepAsync(Guid key, int answers, CancellationToken cancellationToken)
        {
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateException)
            {
                db.ChangeTracker.Clear();
                var kept = await db.Set<TreatmentUpdate>()
                    .CountAsync(update => update.Key == key, cancellationToken);
                Require(kept >= answers, TrackingRules.AnAnswerIsWrittenKnowingTheLast);
            }
        }

        private static void Require(bool condition, Rule rule)
        {
            if (!condition)
            {
                throw new RuleBroken(rule);
            }
        }
    }
}
