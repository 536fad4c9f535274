using Deliberation.Domain;
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

/// <summary>An agent stops the clock of a proposition for a public reason, and starts it again.</summary>
[Authorize(Policy = Policies.Agent)]
[SecondFactor]
internal sealed class Suspend(
    IMediator mediator,
    Roles roles,
    TreatmentList treatments,
    FeatureTexts<Suspend> texts
) : PageModel, IShownAgain
{
    [BindProperty]
    public Input Data { get; set; } = new();

    [FromRoute]
    public string Reference { get; set; } = "";

    public TreatmentRow Row { get; private set; } = null!; // set before the page is shown

    public DateOnly Today => treatments.Today;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) ? await MineAsync(Page()) : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        if (string.IsNullOrWhiteSpace(Data.Reason))
        {
            ModelState.AddModelError("Data.Reason", texts["Dites pourquoi le délai s’arrête."]);
            return await MineAsync(Page());
        }

        return await SendAsync(Data.Reason, cancellationToken);
    }

    public async Task<IActionResult> OnPostResumeAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) ? await SendAsync(null, cancellationToken) : NotFound();

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var row = await treatments
            .Rows()
            .FirstOrDefaultAsync(row => row.Reference == Reference, cancellationToken);
        if (row is not null)
        {
            Row = row;
        }

        return row is not null;
    }

    private async Task<IActionResult> SendAsync(string? reason, CancellationToken cancellationToken)
    {
        if (await roles.BodyOfAsync(User.PersonId()) != Row.BodyId)
        {
            return Forbid();
        }

        await mediator.Send(new Command(User.PersonId(), Reference, reason), cancellationToken);
        return Redirect($"{Row.Address}#traitement");
    }

    private async Task<IActionResult> MineAsync(IActionResult page) =>
        await roles.BodyOfAsync(User.PersonId()) == Row.BodyId ? page : Forbid();

    /// <summary>What the form may say.</summary>
    public sealed class Input
    {
        public string? Reason { get; set; }
    }

    /// <param name="Reason">Why the clock stops; null to start it again.</param>
    internal sealed record Command(Guid By, string Reference, string? Reason) : IRequest<Guid>;

    internal sealed class Handler(DeliberationDb db, Roles roles, TimeProvider clock)
        : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command request, CancellationToken cancellationToken)
        {
            var treatment = await db.Set<Treatment>()
                .FirstAsync(treatment => treatment.Reference == request.Reference, cancellationToken);
            var bodyId = await roles.BodyOfAsync(request.By);
            var speaker =
                await db.Set<Body>().FirstOrDefaultAsync(body => body.Id == bodyId, cancellationToken)
                ?? throw new RuleBroken(TrackingRules.ABodyAnswersWhatItIsInChargeOf);
            if (request.Reason is { } reason)
            {
                treatment.Suspend(reason, speaker, clock.GetUtcNow());
            }
            else
            {
                treatment.Resume(speaker, clock.GetUtcNow());
            }

            await db.SaveChangesAsync(cancellationToken);
            return treatment.Id;
        }
    }
}
