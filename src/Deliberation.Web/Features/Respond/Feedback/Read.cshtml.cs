using Deliberation.Domain.Respond.Feedback;
using Deliberation.Web.Platform.Caching;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>One public feedback, its reply and the propositions it speaks of; once gone, its tombstone.</summary>
[AllowAnonymous]
[SameForEveryone]
internal sealed class Read(IMediator mediator) : PageModel
{
    [FromRoute]
    public string Number { get; set; } = "";

    public Story Data { get; private set; } = null!; // set before the page is written

    public bool IsGone => !Data.Feedback.Stage.IsPublic();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var story = await mediator.Send(new Query(Number), cancellationToken);
        if (story is null)
        {
            return NotFound();
        }

        Data = story;
        Response.StatusCode = IsGone ? StatusCodes.Status410Gone : StatusCodes.Status200OK;
        return Page();
    }

    /// <summary>Only what is or was public: the others are as if they did not exist.</summary>
    public sealed record Query(string Number) : IRequest<Story?>;

    internal sealed class Handler(Stories stories) : IRequestHandler<Query, Story?>
    {
        public Task<Story?> Handle(Query request, CancellationToken cancellationToken) =>
            stories.ReadAsync(
                feedback =>
                    feedback.Number == request.Number.ToUpperInvariant() && feedback.PublishedAt != null,
                cancellationToken
            );
    }
}
