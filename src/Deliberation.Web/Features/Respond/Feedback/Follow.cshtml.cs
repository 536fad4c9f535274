using Deliberation.Domain.Respond.Feedback;
using Deliberation.Domain.Respond.Feedback.Triage;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using UserFeedback = Deliberation.Domain.Respond.Feedback.Feedback;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>Tells the author, who alone has the code, what became of their feedback.</summary>
[AllowAnonymous]
[CountsGuesses]
[ResponseCache(NoStore = true)]
internal sealed class Follow(IMediator mediator, IOptions<ModerationPromise> promise) : PageModel
{
    [FromRoute]
    public string Token { get; set; } = "";

    public Story Data { get; private set; } = null!; // set before the page is written

    public DecisionTarget Target => promise.Value.Target;

    public bool MayContest =>
        Data.Feedback is { Stage: FeedbackStage.Withheld, ContestedAt: null, ErasedAt: null };

    public bool MayClose => Data.Feedback.Stage.IsAnswered() && Data.Feedback.ClosingMark is null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var code = FollowCode.Read(Token);
        var story = code is null ? null : await mediator.Send(new Query(code), cancellationToken);
        if (story is null)
        {
            return NotFound();
        }

        Data = story;
        return Page();
    }

    public sealed record Query(FollowCode Code) : IRequest<Story?>;

    internal sealed class Handler(Stories stories) : IRequestHandler<Query, Story?>
    {
        public Task<Story?> Handle(Query request, CancellationToken cancellationToken)
        {
            var hash = UserFeedback.HashOf(request.Code);
            return stories.ReadAsync(feedback => feedback.CodeHash == hash, cancellationToken);
        }
    }
}
