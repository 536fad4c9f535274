using Deliberation.Domain.Assemble.Membership;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>A second person, of the same body or a moderator, reads the claim of a change: publishes it or sends it back.</summary>
[Authorize(Policy = Policies.Desk)]
[SecondFactor]
internal sealed class Confirm(IMediator mediator, Roles roles) : PageModel
{
    [FromRoute]
    public string Number { get; set; } = "";

    [BindProperty]
    public string? SendBackBecause { get; set; }

    public Task<IActionResult> OnGetAsync() => BackAsync();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await mediator.Send(new Command(Number, User.PersonId(), SendBackBecause), cancellationToken);
        return await BackAsync();
    }

    private async Task<IActionResult> BackAsync() =>
        await roles.HasAsync(User.PersonId(), InstanceRole.Moderator)
            ? Redirect(DeskAddress.Of(Number))
            : Redirect(DeskAddress.Answer(Number));

    /// <summary>Without a reason the claim is published; with one it goes back to who wrote it.</summary>
    public sealed record Command(string Number, Guid By, string? SendBackBecause = null) : IRequest;

    internal sealed class Handler(DeliberationDb db, Roles roles, TimeProvider clock)
        : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var feedback = await db.FeedbackAsync(request.Number, cancellationToken);
            await RequireReaderAsync(request.By, feedback.BodyId);

            if (request.SendBackBecause is { } reason)
            {
                feedback.SendBack(reason, request.By, clock.GetUtcNow());
            }
            else
            {
                var body = await db.BodyAsync(feedback.BodyId, cancellationToken);
                feedback.Confirm(body, request.By, clock.GetUtcNow());
            }

            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }

        private async Task RequireReaderAsync(Guid person, Guid? bodyId)
        {
            var isModerator = await roles.HasAsync(person, InstanceRole.Moderator);
            if (!isModerator && (bodyId is null || await roles.BodyOfAsync(person) != bodyId))
            {
                throw new Absent("feedback");
            }
        }
    }
}
