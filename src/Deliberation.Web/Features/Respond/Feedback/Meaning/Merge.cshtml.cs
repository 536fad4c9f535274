using Deliberation.Domain.Respond.Feedback.Meaning;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Feedback.Meaning;

/// <summary>A moderator reads that two subjects are one, and puts the feedbacks of this one into the other.</summary>
[Authorize(Policy = Policies.Moderator)]
[SecondFactor]
internal sealed class Merge(IMediator mediator) : PageModel
{
    [FromRoute]
    public string Number { get; set; } = "";

    [BindProperty]
    public string? Into { get; set; }

    public IActionResult OnGet() => Redirect(KnownSubject.AddressOf(Number));

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await mediator.Send(new Command(Number, Into ?? "", User.PersonId()), cancellationToken);
        return Redirect(KnownSubject.AddressOf(Into ?? Number));
    }

    public sealed record Command(string Number, string Into, Guid By) : IRequest;

    internal sealed class Handler(DeliberationDb db, SubjectCounting counting, TimeProvider clock)
        : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            await db.InOneTransactionAsync(() => MergeAsync(request, cancellationToken), cancellationToken);
            return Unit.Value;
        }

        private async Task<int> MergeAsync(Command request, CancellationToken cancellationToken)
        {
            var subject = await db.SubjectAsync(request.Number, cancellationToken);
            var other = await db.SubjectAsync(request.Into, cancellationToken);
            subject.MergeInto(other, request.By, clock.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
            await db.Set<Reading>()
                .Where(reading => reading.SubjectId == subject.Id)
                .ExecuteUpdateAsync(
                    reading => reading.SetProperty(row => row.SubjectId, other.Id),
                    cancellationToken
                );
            await counting.CountAsync([subject.Id, other.Id], cancellationToken);
            return await db.SaveChangesAsync(cancellationToken);
        }
    }
}
