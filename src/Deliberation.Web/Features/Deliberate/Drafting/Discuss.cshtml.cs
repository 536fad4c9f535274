using Deliberation.Domain.Deliberate.Drafting;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Deliberate.Drafting;

/// <summary>What one does in a discussion.</summary>
internal enum DiscussionStep
{
    Answer = 1,
    Resolve = 2,
    Reopen = 3,
}

/// <summary>One discussion in the margin of a text: read, answer, close, open again.</summary>
[Authorize(Policy = Policies.SpaceReader)]
internal sealed class Discuss(IMediator mediator, DeliberationDb db, TextHistory history, DocumentLog log)
    : PageModel,
        IShownAgain
{
    [BindProperty]
    public Input Data { get; set; } = new();

    [FromRoute]
    public string Slug { get; set; } = "";

    [FromRoute]
    public Guid Id { get; set; }

    public Comment Comment { get; private set; } = null!; // set before the page is shown

    /// <summary>The words it is about as they are now; empty when they are gone.</summary>
    public string Standing { get; private set; } = "";

    public IReadOnlyDictionary<Guid, Writer> Writers { get; private set; } = null!; // set before the page is shown

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        await mediator.Send(new Command(Id, Data.Step, Data.Words ?? "", User.PersonId()), cancellationToken);
        return Redirect($"/dispositifs/{Slug}/atelier/commentaires/{Id}");
    }

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var found = await db.CommentsOf(Slug)
            .AsNoTracking()
            .Whole()
            .FirstOrDefaultAsync(comment => comment.Id == Id, cancellationToken);
        if (found is null)
        {
            return false;
        }

        Comment = found;
        Writers = await history.WritersAsync(found.SpaceId, cancellationToken);
        if (found.Anchor is { } anchor)
        {
            var now = await log.NowAsync(found.DocumentId, anchor.Version, cancellationToken);
            Standing = now.Words(now.Follow(anchor));
        }

        return true;
    }

    public sealed class Input
    {
        public DiscussionStep Step { get; set; } = DiscussionStep.Answer;

        public string? Words { get; set; }
    }

    public sealed record Command(Guid CommentId, DiscussionStep Step, string Words, Guid By) : IRequest<Unit>;

    internal sealed class Handler(DeliberationDb db, Calls calls, DocumentLog log, TimeProvider clock)
        : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var comment = await db.Set<Comment>()
                .Whole()
                .SingleAsync(found => found.Id == request.CommentId, cancellationToken);
            var now = clock.GetUtcNow();
            switch (request.Step)
            {
                case DiscussionStep.Answer:
                    comment.Answer(request.Words, request.By, now);
                    await calls.MakeAsync(comment, request.Words, request.By, cancellationToken);
                    break;
                case DiscussionStep.Resolve:
                    comment.Resolve(request.By, now);
                    break;
                default:
                    comment.Reopen(request.By, now);
                    break;
            }

            await MoveAsync(comment, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }

        // Kept where it now is, so that following it again starts from here.
        private async Task MoveAsync(Comment comment, CancellationToken cancellationToken)
        {
            if (comment.Anchor is { } anchor)
            {
                var text = await log.NowAsync(comment.DocumentId, anchor.Version, cancellationToken);
                comment.MoveTo(text.Follow(anchor));
            }
        }
    }
}
