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

        return await SendAsync(new Command(User.PersonId(), Reference, Data.Reason), cancellationToken);
    }

    public async Task<IActionResult> OnPostResumeAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken)
            ? await SendAsync(new Resumption(User.PersonId(), Reference), cancellationToken)
            : NotFound();

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await treatments.FindAsync(Reference, cancellationToken) is not { } row)
        {
            return false;
        }

        Row = row;
        return true;
    }

    private async Task<IActionResult> SendAsync(IRequest<Guid> request, CancellationToken cancellationToken)
    {
        if (await roles.BodyOfAsync(User.PersonId()) != Row.BodyId)
        {
            return Forbid();
        }

        await mediator.Send(request, cancellationToken);
        return Redirect($"{Row.Address}#traitement");
    }

    private async Task<IActionResult> MineAsync(IActionResult page) =>
        await roles.BodyOfAsync(User.PersonId()) == Row.BodyId ? page : Forbid();

    /// <summary>What the form may say.</summary>
    public sealed class Input
    {
        public string? Reason { get; set; }
    }

    /// <summary>Stops the clock, in the name of the body that <paramref name="By"/> speaks for.</summary>
    internal sealed record Command(Guid By, string Reference, string Reason) : IRequest<Guid>;

    /// <summary>Starts it again.</summary>
    internal sealed record Resumption(Guid By, string Reference) : IRequest<Guid>;

    internal sealed class Handler(DeliberationDb db, Roles roles, TimeProvider clock)
        : IRequestHandler<Command, Guid>,
            IRequestHandler<Resumption, Guid>
    {
        public Task<Guid> Handle(Command request, CancellationToken cancellationToken) =>
            ChangeAsync(
                (request.By, request.Reference),
                (treatment, speaker) => treatment.Suspend(request.Reason, speaker, clock.GetUtcNow()),
                cancellationToken
            );

        public Task<Guid> Handle(Resumption request, CancellationToken cancellationToken) =>
            ChangeAsync(
                (request.By, request.Reference),
                (treatment, speaker) => treatment.Resume(speaker, clock.GetUtcNow()),
                cancellationToken
            );

        private async Task<Guid> ChangeAsync(
            (Guid By, string Reference) asked,
            Action<Treatment, Body> change,
            CancellationToken cancellationToken
        )
        {
            var treatment = await db.Set<Treatment>()
                .FirstAsync(treatment => treatment.Reference == asked.Reference, cancellationToken);
            var bodyId = await roles.BodyOfAsync(asked.By);
            var speaker =
                await db.Set<Body>().FirstOrDefaultAsync(body => body.Id == bodyId, cancellationToken)
                ?? throw new RuleBroken(TrackingRules.ABodyAnswersWhatItIsInChargeOf);
            change(treatment, speaker);
            await db.SaveChangesAsync(cancellationToken);
            return treatment.Id;
        }
    }
}
