using System.ComponentModel.DataAnnotations;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Deliberation.Web.Features.Deliberate.Ballots;

/// <summary>The facilitator leaves more time to vote.</summary>
[Authorize(Policy = Policies.SpaceFacilitator)]
internal sealed class Postpone(IMediator mediator) : PageModel, IShownAgain
{
    [BindProperty]
    public Input Data { get; set; } = new();

    [FromRoute]
    public string Slug { get; set; } = "";

    [FromRoute]
    public Guid Id { get; set; }

    public Show.Result Ballot { get; private set; } = null!; // set before the page is shown

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        if (!ModelState.IsValid || EndOfVote.At(Data.EndsOn, Data.EndsAt) is not { } end)
        {
            return Page();
        }

        await mediator.Send(new Command(User.PersonId(), Slug, Id, end), cancellationToken);
        return Redirect($"/dispositifs/{Slug}/scrutins/{Id}");
    }

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var found = await mediator.Send(new Show.Query(Slug, Id, User.PersonId()), cancellationToken);
        Ballot = found!; // the page is not shown when null
        return found is not null;
    }

    public sealed class Input
    {
        [Required]
        public DateOnly? EndsOn { get; set; }

        public TimeOnly? EndsAt { get; set; }
    }

    public sealed record Command(Guid By, string Slug, Guid BallotId, DateTimeOffset ClosesAt)
        : IRequest<Guid>;

    internal sealed class Handler(DeliberationDb db, BallotBox box, TimeProvider clock)
        : IRequestHandler<Command, Guid>
    {
        public Task<Guid> Handle(Command request, CancellationToken cancellationToken) =>
            db.InOneTransactionAsync(
                async () =>
                {
                    var ballot = await box.HoldAsync(request.Slug, request.BallotId, cancellationToken);
                    ballot.Postpone(request.ClosesAt, clock.GetUtcNow());
                    await db.SaveChangesAsync(cancellationToken);
                    return ballot.Id;
                },
                cancellationToken
            );
    }
}
