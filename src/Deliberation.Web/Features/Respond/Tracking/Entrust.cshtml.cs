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

namespace Deliberation.Web.Features.Respond.Tracking;

/// <summary>An administrator puts a proposition in the hands of another body; the register keeps it.</summary>
[Authorize(Policy = Policies.Administrator)]
[SecondFactor]
internal sealed partial class Entrust(
    DeliberationDb db,
    IMediator mediator,
    TreatmentList treatments,
    FeatureTexts<Entrust> texts
) : PageModel, IShownAgain
{
    [BindProperty]
    public Input Data { get; set; } = new();

    [FromRoute]
    public string Reference { get; set; } = "";

    public TreatmentRow Row { get; private set; } = null!; // set before the page is shown

    public IReadOnlyList<Choice> Bodies { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        if (!Bodies.Any(body => body.Value == Data.BodyId?.ToString()))
        {
            ModelState.AddModelError("Data.BodyId", texts["Choisissez un organisme."]);
            return Page();
        }

        var body = Data.BodyId.GetValueOrDefault();
        await mediator.Send(new Command(User.PersonId(), Reference, body), cancellationToken);
        return Redirect($"{Row.Address}#traitement");
    }

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await treatments.FindAsync(Reference, cancellationToken) is not { } row)
        {
            return false;
        }

        Row = row;
        var bodies = await db.Set<Body>()
            .AsNoTracking()
            .OrderBy(body => body.Name)
            .ToListAsync(cancellationToken);
        Bodies = [.. bodies.Select(body => new Choice(body.Name, body.Id.ToString()))];
        return true;
    }

    /// <summary>What the form may say.</summary>
    public sealed class Input
    {
        public Guid? BodyId { get; set; }
    }
}
