using Deliberation.Domain.Respond.Feedback.Meaning;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Feedback.Meaning;

/// <summary>A moderator takes a feedback out of a subject, or puts it into another one.</summary>
[Authorize(Policy = Policies.Moderator)]
[SecondFactor]
internal sealed class Regroup(IMediator mediator) : PageModel
{
    [FromRoute]
    public string Number { get; set; } = "";

    [BindProperty]
    public string? Into { get; set; }

    public IActionResult OnGet() => Redirect(DeskAddress.Of(Number));

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await mediator.Send(new Command(Number, Into, User.PersonId()), cancellationToken);
        return Redirect(DeskAddress.Of(Number));
    }

    public sealed record Command(string Number, string? Into, Guid By) : IRequest;

    internal sealed class Handler(DeliberationDb db, SubjectCounting counting, TimeProvider clock)
        : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            await db.InOneTransactionAsync(() => MoveAsync(request, cancellationToken), cancellationToken);
            return Unit.Value;
        }

        private async Task<int> MoveAsync(Command request, CancellationToken cancellationToken)
        {
            var reading = await db.ReadingAsync(request.Number, cancellationToken);
            var from = await db.Set<Subject>()
                .FirstOrDefaultAsync(subject => subject.Id == reading.SubjectId, cancellationToken);
            var to = string.IsNullOrWhiteSpace(request.Into)
                ? null
                : await db.SubjectAsync(request.Into, cancellationToken);
            reading.Move(from, to, request.By, clock.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
            await db.Set<WaitingWord>()
                .Where(row => row.FeedbackId == reading.Id)
                .ExecuteDeleteAsync(cancellationToken);
            Subject?[] changed = [from, to];
            var ids = changed.OfType<Subject>().Select(subject => subject.Id).ToList();
            await counting.CountAsync(ids, cancellationToken);
            return await db.SaveChangesAsync(cancellationToken);
        }
    }
}
