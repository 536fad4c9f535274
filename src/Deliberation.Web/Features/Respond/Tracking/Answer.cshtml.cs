using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Platform.Localization;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Tracking;

/// <summary>An agent writes their body's answer with its whole history beside it, reads it as the public will, publishes it.</summary>
[Authorize(Policy = Policies.Agent)]
[SecondFactor]
internal sealed partial class Answer(
    DeliberationDb db,
    IMediator mediator,
    Roles roles,
    TreatmentList treatments,
    TreatmentHistory histories,
    TimeProvider clock,
    FeatureTexts<Answer> texts
) : PageModel, IShownAgain
{
    [BindProperty]
    public Input Data { get; set; } = new();

    [FromRoute]
    public string Reference { get; set; } = "";

    public TreatmentRow Row { get; private set; } = null!; // set before the page is shown

    public StatusScheme Scheme { get; private set; } = StatusScheme.Default;

    public IReadOnlyList<HistoryStep> Steps { get; private set; } = [];

    /// <summary>The answer as the public will read it; null while it is being written.</summary>
    public HistoryStep? Preview { get; private set; }

    public DateOnly Today => treatments.Today;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        Data = Input.Following(Row.Latest, Guid.CreateVersion7(clock.GetUtcNow()));
        return await IsMineAsync() ? Page() : Forbid();
    }

    /// <summary>Checks every rule, keeps nothing, and shows what publishing would show.</summary>
    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        if (!await IsMineAsync())
        {
            return Forbid();
        }

        if (IsComplete())
        {
            var rehearsal = await db.Set<Treatment>()
                .AsNoTracking()
                .Include(treatment => treatment.Updates)
                .FirstAsync(treatment => treatment.Id == Row.Id, cancellationToken);
            rehearsal.Answer(Data.Read(), await BodyAsync(cancellationToken), Scheme, clock.GetUtcNow());
            var written = rehearsal.Latest!; // just answered
            Preview = new HistoryStep(written.At, Row.BodyName, written, Scheme.Find(written.Status));
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        if (!await IsMineAsync())
        {
            return Forbid();
        }

        if (!IsComplete())
        {
            return Page();
        }

        await mediator.Send(new Command(User.PersonId(), Reference, Data.Read()), cancellationToken);
        return Redirect($"/bureau/suivi?repondu={Reference}");
    }

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await treatments.FindAsync(Reference, cancellationToken) is not { } row)
        {
            return false;
        }

        Row = row;
        Scheme = (
            await db.Set<OpinionTracker>()
                .AsNoTracking()
                .FirstAsync(o => o.Id == row.OpinionId, cancellationToken)
        ).Scheme;
        Steps = await histories.OfAsync(row.Id, cancellationToken);
        return true;
    }

    private async Task<bool> IsMineAsync() => await roles.BodyOfAsync(User.PersonId()) == Row.BodyId;

    private Task<Body> BodyAsync(CancellationToken cancellationToken) =>
        db.Set<Body>().AsNoTracking().FirstAsync(body => body.Id == Row.BodyId, cancellationToken);
}
