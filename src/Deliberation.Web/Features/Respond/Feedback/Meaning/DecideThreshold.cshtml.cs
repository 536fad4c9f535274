using System.Globalization;
using Deliberation.Domain.Respond.Feedback.Meaning;
using Deliberation.Web.Features.Deliberate.Contributions;
using Deliberation.Web.Platform.Localization;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using Deliberation.Web.Platform.Ui;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Feedback.Meaning;

/// <summary>From how many feedbacks on a committee must take up a subject: what holds, and an administrator's decision.</summary>
[Authorize(Policy = Policies.Administrator)]
[SecondFactor]
internal sealed class DecideThreshold(
    IMediator mediator,
    DeliberationDb db,
    Thresholds thresholds,
    ThemeNames themes,
    FeatureTexts<DecideThreshold> texts
) : PageModel, IShownAgain
{
    public const string Address = "/bureau/retours/seuils";

    private const int MostDecisions = 50;

    [BindProperty]
    public Input Data { get; set; } = new();

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    /// <summary>The latest first.</summary>
    public IReadOnlyList<Decision> Decisions { get; private set; } = [];

    public IEnumerable<Choice> Choices =>
        Lines.Select(line => new Choice(line.Name, line.Theme)).Prepend(new Choice("", ""));

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(Data.Theme))
        {
            ModelState.AddModelError("Data.Theme", texts["Choisissez un thème."]);
        }

        RequireWhole(Data.Feedbacks, "Data.Feedbacks");
        RequireWhole(Data.Days, "Data.Days");
        if (!ModelState.IsValid)
        {
            await LoadAsync(cancellationToken);
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        var threshold = new AgendaThreshold(Whole(Data.Feedbacks) ?? 0, Whole(Data.Days) ?? 0);
        await mediator.Send(
            new Command(Data.Theme ?? "", threshold, Data.Because ?? "", User.PersonId()),
            cancellationToken
        );
        return Redirect($"{Address}#decisions");
    }

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var table = await thresholds.ReadAsync(cancellationToken);
        var names = await themes.AllAsync(cancellationToken);
        Lines =
        [
            Of(ThemeThreshold.Everywhere, texts["Tous les autres thèmes"], table),
            .. names.Select(theme => Of(theme.Key, theme.Value, table)),
        ];
        var known = await db.Set<ThemeThreshold>().AsNoTracking().ToListAsync(cancellationToken);
        Decisions =
        [
            .. known
                .SelectMany(one => one.Steps.Select(step => new Decision(NameOf(one.Theme, names), step)))
                .OrderByDescending(decision => decision.Step.At)
                .Take(MostDecisions),
        ];
        return true;
    }

    private static Line Of(string theme, string name, ThresholdTable table) =>
        new(theme, name, table.For(theme), table.Decided.ContainsKey(theme));

    private string NameOf(string theme, IReadOnlyDictionary<string, string> names) =>
        theme == ThemeThreshold.Everywhere
            ? texts["Tous les autres thèmes"]
            : names.GetValueOrDefault(theme, theme);

    private void RequireWhole(string? typed, string field)
    {
        if (Whole(typed) is null)
        {
            ModelState.AddModelError(field, texts["Écrivez un nombre entier, en chiffres."]);
        }
    }

    private static int? Whole(string? typed) =>
        int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>What the form may say; numbers as they were typed, to be shown again.</summary>
    public sealed class Input
    {
        public string? Theme { get; set; }

        public string? Feedbacks { get; set; }

        public string? Days { get; set; }

        public string? Because { get; set; }
    }

    /// <param name="IsDecided">By an administrator; otherwise it comes from the settings.</param>
    internal sealed record Line(string Theme, string Name, AgendaThreshold Threshold, bool IsDecided);

    internal sealed record Decision(string Name, ThresholdStep Step);

    internal sealed record Command(string Theme, AgendaThreshold Threshold, string Because, Guid By)
        : IRequest;

    internal sealed class Handler(DeliberationDb db, Thresholds thresholds, TimeProvider clock)
        : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var theme =
                request.Theme == ThemeThreshold.Everywhere
                    ? request.Theme
                    : await db.ThemeAsync(request.Theme, cancellationToken) ?? throw new Absent("theme");
            var current = (await thresholds.ReadAsync(cancellationToken)).For(theme);
            var decided = await db.Set<ThemeThreshold>()
                .FirstOrDefaultAsync(one => one.Theme == theme, cancellationToken);
            if (decided is null)
            {
                decided = ThemeThreshold.Of(theme);
                db.Add(decided);
            }

            decided.Decide(request.Threshold, current, request.Because, request.By, clock.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
