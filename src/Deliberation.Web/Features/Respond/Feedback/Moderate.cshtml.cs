using Deliberation.Domain.Respond.Feedback;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>One feedback on the moderators' desk, with everything that may be decided about it.</summary>
[Authorize(Policy = Policies.Moderator)]
internal sealed class Moderate(IMediator mediator) : PageModel
{
    [FromRoute]
    public string Number { get; set; } = "";

    /// <summary>Words of the propositions to look for.</summary>
    [BindProperty(SupportsGet = true, Name = "chercher")]
    public string? Words { get; set; }

    /// <summary>The queue it is read in.</summary>
    [BindProperty(SupportsGet = true, Name = "vue")]
    public DeskView Queue { get; set; } = DeskView.ToRead;

    /// <summary>The queue, when the reader came by it; nothing otherwise.</summary>
    public string FromQueue => Request.Query.ContainsKey("vue") ? Queue.ToString() : "";

    /// <summary>The one decided just before.</summary>
    [BindProperty(SupportsGet = true, Name = "fait")]
    public string? Done { get; set; }

    public IReadOnlyList<MaskedPart> Masked => MaskedPart.Of(Data.Story.Feedback.Answers);

    public Result Data { get; private set; } = null!; // set before the page is written

    public bool MayBePublished =>
        !Data.Story.Feedback.Stage.IsPublic()
        && !IsWithdrawn
        && !WasTypedByReader
        && Data.Story.Feedback.ErasedAt is null;

    public bool WasTypedByReader => Data.Story.Feedback.TypedBy == User.PersonId();

    public bool MayBeWithheld =>
        !IsWithdrawn
        && (
            Data.Story.Feedback.Stage != FeedbackStage.Withheld || Data.Story.Feedback.ContestedAt is not null
        );

    /// <summary>Who reads this page.</summary>
    public Guid Reader => User.PersonId();

    public bool TakesTwo => Data.Story.Feedback.TakesTwo(Reader);

    public bool IsWithdrawn => Data.Story.Feedback.Stage == FeedbackStage.Withdrawn;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var found = await mediator.Send(new Query(Number, Words, Queue), cancellationToken);
        if (found is null)
        {
            return NotFound();
        }

        Data = found;
        return Page();
    }

    public sealed record Query(string Number, string? Words, DeskView Queue) : IRequest<Result?>;

    public sealed record Result(
        Story Story,
        IReadOnlyList<Body> Bodies,
        IReadOnlyList<LinkedProposition> Proposed,
        (string? Before, string? After) Around
    );

    internal sealed class Handler(DeliberationDb db, Stories stories, FeedbackQueue queue)
        : IRequestHandler<Query, Result?>
    {
        public async Task<Result?> Handle(Query request, CancellationToken cancellationToken)
        {
            var story = await stories.ReadAsync(
                feedback => feedback.Number == request.Number.ToUpperInvariant(),
                cancellationToken
            );
            if (story is null)
            {
                return null;
            }

            var bodies = await db.Set<Body>()
                .AsNoTracking()
                .OrderBy(body => body.Name)
                .ToListAsync(cancellationToken);
            var proposed = string.IsNullOrWhiteSpace(request.Words)
                ? []
                : await stories.SearchAsync(request.Words, cancellationToken);
            var around = await queue.AroundAsync(request.Number, request.Queue, cancellationToken);
            return new Result(story, bodies, proposed, around);
        }
    }
}
