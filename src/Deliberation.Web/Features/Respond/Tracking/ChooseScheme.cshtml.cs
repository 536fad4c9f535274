using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Platform.Localization;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using Deliberation.Web.Platform.Ui;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using StatusCategory = Deliberation.Domain.Respond.Tracking.StatusCategory;

namespace Deliberation.Web.Features.Respond.Tracking;

/// <summary>An administrator writes down the institution's own words for its answers, before the first one.</summary>
[Authorize(Policy = Policies.Administrator)]
[SecondFactor]
internal sealed class ChooseScheme(DeliberationDb db, IMediator mediator, FeatureTexts<ChooseScheme> texts)
    : PageModel,
        IShownAgain
{
    [BindProperty]
    public Input Data { get; set; } = new();

    [FromRoute]
    public string Slug { get; set; } = "";

    public OpinionTracker Tracker { get; private set; } = null!; // set before the page is shown

    /// <summary>How many lines must be filled in.</summary>
    public int Required { get; private set; }

    public IReadOnlyList<Choice> Categories =>
        [
            .. Enum.GetValues<StatusCategory>()
                .Select(category => new Choice(texts[TreatmentBars.Word(category)], category.ToString())),
        ];

    public IReadOnlyList<Choice> IconChoices =>
        [.. StatusScheme.Icons.Select(icon => new Choice(texts[IconWord(icon)], icon))];

    public IReadOnlyList<Choice> PatternChoices =>
        [
            new Choice(texts["Celui de sa catégorie"], ""),
            .. StatusScheme.Patterns.Select(pattern => new Choice(texts[PatternWord(pattern)], pattern)),
        ];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        Data.Lines = [.. Tracker.Scheme.Statuses.Select(Line.Of), new()];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(
        [FromForm(Name = "more")] bool wantsMore,
        CancellationToken cancellationToken
    )
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        if (wantsMore && Data.Lines.Count < StatusScheme.Most)
        {
            ModelState.Clear();
            Data.Lines.Add(new());
            return Page();
        }

        await mediator.Send(new Command(User.PersonId(), Slug, Data.Read()), cancellationToken);
        return Redirect($"/suivi/{Slug}");
    }

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var tracker = await db.Set<OpinionTracker>()
            .AsNoTracking()
            .FirstOrDefaultAsync(tracker => tracker.Slug == Slug, cancellationToken);
        if (tracker is null)
        {
            return false;
        }

        Tracker = tracker;
        Required = 2;
        return true;
    }

    private static string IconWord(string icon) =>
        icon switch
        {
            "check" => "Coche",
            "half" => "Cercle à moitié plein",
            "moving" => "Flèche",
            "clock" => "Horloge",
            "eye" => "Œil",
            "alert" => "Triangle",
            "cross" => "Croix",
            _ => "Point d’exclamation",
        };

    private static string PatternWord(string pattern) =>
        pattern switch
        {
            "delivered" => "Plein",
            "partly" => "Bandes larges",
            "progress" => "Rayures obliques",
            "review" => "Points",
            "declined" => "Croisillons",
            "grid" => "Quadrillage",
            "zigzag" => "Chevrons",
            _ => "Tirets",
        };

    /// <summary>What the form may say.</summary>
    public sealed class Input
    {
        public List<Line> Lines { get; set; } = [];

        public StatusScheme Read() =>
            new([.. Lines.Where(line => !line.IsEmpty).Select((line, i) => line.Read(i + 1))]);
    }

    /// <summary>One status of the form.</summary>
    public sealed class Line
    {
        public string? Code { get; set; }

        public string? French { get; set; }

        public string? English { get; set; }

        public StatusCategory Category { get; set; } = StatusCategory.UnderReview;

        public string? Icon { get; set; } = "eye";

        /// <summary>Empty for the category’s own.</summary>
        public string? Pattern { get; set; }

        public bool IsEmpty => string.IsNullOrWhiteSpace(French + English + Code);

        public static Line Of(Status status) =>
            new()
            {
                Code = status.Code,
                French = status.French,
                English = status.English,
                Category = status.Category,
                Icon = status.Icon,
                Pattern = status.Pattern,
            };

        public Status Read(int position) =>
            new(
                position,
                Code?.Trim() ?? "",
                French?.Trim() ?? "",
                English?.Trim() ?? "",
                Icon ?? "",
                string.IsNullOrEmpty(Pattern) ? Status.PatternOf(Category) : Pattern,
                Category
            );
    }

    internal sealed record Command(Guid By, string Slug, StatusScheme Scheme) : IRequest<Guid>;

    internal sealed class Handler(DeliberationDb db, TimeProvider clock) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command request, CancellationToken cancellationToken)
        {
            var tracker = await db.Set<OpinionTracker>()
                .FirstAsync(tracker => tracker.Slug == request.Slug, cancellationToken);
            tracker.Adopt(request.Scheme, clock.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
            return tracker.Id;
        }
    }
}
