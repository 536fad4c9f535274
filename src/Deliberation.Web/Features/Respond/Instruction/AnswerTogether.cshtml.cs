using System.Globalization;
using Deliberation.Domain;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Features.Publish.MinorityPositions;
using Deliberation.Web.Features.Respond.Tracking;
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

namespace Deliberation.Web.Features.Respond.Instruction;

/// <summary>An agent gives several propositions one status, each with its own reason: all of them, or none.</summary>
[Authorize(Policy = Policies.Agent)]
[SecondFactor]
internal sealed partial class AnswerTogether(
    DeliberationDb db,
    IMediator mediator,
    Roles roles,
    TreatmentList treatments,
    PositionReader positions,
    BulkAnswers bulk,
    TimeProvider clock,
    FeatureTexts<AnswerTogether> texts
) : PageModel, IShownAgain
{
    [BindProperty]
    public Input Data { get; set; } = new();

    /// <summary>The propositions ticked on the desk.</summary>
    [FromQuery(Name = "p")]
    public List<string> Chosen { get; set; } = [];

    public IReadOnlyDictionary<string, TreatmentRow> Rows { get; private set; } =
        new Dictionary<string, TreatmentRow>(StringComparer.Ordinal);

    /// <summary>The minority positions that wait for their first reply, by the proposition they stand beside.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<PositionShown>> Owed { get; private set; } =
        new Dictionary<string, IReadOnlyList<PositionShown>>(StringComparer.Ordinal);

    public IReadOnlyList<Choice> Statuses { get; private set; } = [];

    public Body Body { get; private set; } = null!; // an agent always has one

    /// <summary>What would become of each line; null before it was asked.</summary>
    public IReadOnlyDictionary<string, Rule?>? Preview { get; private set; }

    public bool IsRefused => Preview?.Values.Any(rule => rule is not null) != false;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        Data.Lines =
        [
            .. Chosen
                .Distinct(StringComparer.Ordinal)
                .Take(Most)
                .Select(reference => new Line { Reference = reference, Key = Guid.CreateVersion7(now) }),
        ];
        if (Data.Lines.Count == 0)
        {
            return Redirect("/bureau/suivi");
        }

        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        foreach (var line in Data.Lines)
        {
            line.After = Rows[line.Reference].Answers;
        }

        return Page();
    }

    /// <summary>Tries every line, keeps nothing, and says which would be refused and why.</summary>
    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        if (IsComplete())
        {
            var asked = await bulk.ReadAsync(User.PersonId(), Data.Read(), cancellationToken);
            Preview = asked.ToDictionary(
                line => line.Reference,
                line => line.Refused(clock.GetUtcNow()),
                StringComparer.Ordinal
            );
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        if (!IsComplete())
        {
            return Page();
        }

        await mediator.Send(new Command(User.PersonId(), Data.Read()), cancellationToken);
        var stage = Body.HasChain ? "&etape=Prepared" : "";
        return Redirect($"/bureau/suivi?repondu={Uri.EscapeDataString(Data.Lines[0].Reference)}{stage}");
    }

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var bodyId = await roles.BodyOfAsync(User.PersonId());
        string[] references = [.. Data.Lines.Select(line => line.Reference)];
        if (references.Length is 0 or > Most)
        {
            return false;
        }

        Body = await db.Set<Body>().AsNoTracking().FirstAsync(body => body.Id == bodyId, cancellationToken);
        Rows = await treatments
            .Rows()
            .Where(row => row.BodyId == bodyId && references.Contains(row.Reference))
            .ToDictionaryAsync(row => row.Reference, StringComparer.Ordinal, cancellationToken);
        await ReadStatusesAsync(cancellationToken);
        await ReadPositionsAsync(cancellationToken);
        return Rows.Count == references.Length;
    }

    // The first answer replies to all of them; later ones on the proposition's own page.
    private async Task ReadPositionsAsync(CancellationToken cancellationToken)
    {
        var owed = new Dictionary<string, IReadOnlyList<PositionShown>>(StringComparer.Ordinal);
        foreach (
            var row in Rows.Values.Where(row => row is { MinorityPositions: > 0, ArePositionsReplied: false })
        )
        {
            owed[row.Reference] = await positions.BesideAsync(row.OpinionId, row.Number, cancellationToken);
        }

        Owed = owed;
    }

    // Those that every scale among the opinions knows; a refusal is argued one by one, on its own page.
    private async Task ReadStatusesAsync(CancellationToken cancellationToken)
    {
        Guid[] opinions = [.. Rows.Values.Select(row => row.OpinionId).Distinct()];
        var scales = await db.Set<OpinionTracker>()
            .AsNoTracking()
            .Where(tracker => opinions.Contains(tracker.Id))
            .ToListAsync(cancellationToken);
        var isFrench = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "fr";
        Statuses =
        [
            .. (scales.FirstOrDefault()?.Scheme.Statuses ?? [])
                .Where(status => status.Category != StatusCategory.Declined)
                .Where(status => scales.TrueForAll(scale => scale.Scheme.Find(status.Code) is not null))
                .Select(status => new Choice(isFrench ? status.French : status.English, status.Code)),
        ];
    }

    private bool IsComplete()
    {
        if (string.IsNullOrWhiteSpace(Data.Status))
        {
            ModelState.AddModelError("Data.Status", texts["Choisissez un statut."]);
        }

        if (string.IsNullOrWhiteSpace(Data.Function))
        {
            ModelState.AddModelError("Data.Function", texts["Indiquez votre fonction."]);
        }

        return ModelState.IsValid;
    }
}
