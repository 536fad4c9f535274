using System.ComponentModel.DataAnnotations;
using Deliberation.Domain.Deliberate.Ballots;
using Deliberation.Web.Platform.Localization;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Deliberate.Ballots;

/// <summary>
/// A member chooses, reads their choice again, then votes. The choice travels in the body of the request only:
/// an address would stay in the browser’s history.
/// </summary>
[Authorize(Policy = Policies.SpaceVoter)]
internal sealed class Vote(IMediator mediator, FeatureTexts<Vote> texts) : PageModel, IShownAgain
{
    [BindProperty]
    public Input Data { get; set; } = new();

    [FromRoute]
    public string Slug { get; set; } = "";

    [FromRoute]
    public Guid Id { get; set; }

    public Show.Result Ballot { get; private set; } = null!; // set before the page is shown

    /// <summary>The choice was made and waits to be confirmed.</summary>
    public bool IsConfirming { get; private set; }

    private string Address => $"/dispositifs/{Slug}/scrutins/{Id}";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        !await LoadAsync(cancellationToken) ? NotFound()
        : Ballot.MayVote ? Page()
        : Redirect($"{Address}#vote");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        IsConfirming = HasChosen() && Ballot.MayVote;
        return Page();
    }

    public async Task<IActionResult> OnPostCastAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        if (!HasChosen())
        {
            return Page();
        }

        var choice = Data.Choice.GetValueOrDefault();
        await mediator.Send(new Command(User.PersonId(), Slug, Id, choice), cancellationToken);
        return Redirect($"{Address}#vote");
    }

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var found = await mediator.Send(new Show.Query(Slug, Id, User.PersonId()), cancellationToken);
        Ballot = found!; // the page is not shown when null
        return found is not null;
    }

    private bool HasChosen()
    {
        if (ModelState.IsValid && Data.Choice is { } choice && Enum.IsDefined(choice))
        {
            return true;
        }

        ModelState.Clear();
        ModelState.AddModelError("Data.Choice", texts["Choisissez une réponse, puis continuez."]);
        return false;
    }

    public sealed class Input
    {
        [Required]
        public Choice? Choice { get; set; }
    }

    /// <summary>Its text is never logged: <see cref="ToString"/> says nothing of the choice.</summary>
    public sealed record Command(Guid By, string Slug, Guid BallotId, Choice Choice) : IRequest<Guid>
    {
        public override string ToString() => nameof(Vote);
    }

    internal sealed class Handler(DeliberationDb db, BallotBox box, TimeProvider clock)
        : IRequestHandler<Command, Guid>
    {
        public Task<Guid> Handle(Command request, CancellationToken cancellationToken) =>
            db.InOneTransactionAsync(
                async () =>
                {
                    var ballot = await box.HoldAsync(request.Slug, request.BallotId, cancellationToken);
                    var elector = await db.Set<Elector>()
                        .FirstOrDefaultAsync(
                            line => line.BallotId == ballot.Id && line.PersonId == request.By,
                            cancellationToken
                        );
                    ballot.Receive(elector, request.Choice, clock.GetUtcNow());
                    await box.AddAsync(ballot.Id, request.Choice, cancellationToken);
                    await db.SaveChangesAsync(cancellationToken);
                    await box.RewriteRollAsync(ballot.Id, cancellationToken);
                    return ballot.Id;
                },
                cancellationToken
            );
    }
}
