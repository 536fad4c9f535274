using System.ComponentModel.DataAnnotations;
using Deliberation.Domain.Assemble.Spaces;
using Deliberation.Domain.Deliberate.Drafting;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Deliberate.Drafting;

/// <summary>A facilitator begins the working text of an opinion.</summary>
[Authorize(Policy = Policies.SpaceFacilitator)]
internal sealed class Begin(IMediator mediator) : PageModel, IShownAgain
{
    [BindProperty]
    public Input Data { get; set; } = new();

    [FromRoute]
    public string Slug { get; set; } = "";

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        await mediator.Send(new Command(Slug, Data.Title ?? "", User.PersonId()), cancellationToken);
        return Redirect($"/dispositifs/{Slug}/atelier");
    }

    public Task<bool> LoadAsync(CancellationToken cancellationToken) => Task.FromResult(true);

    public sealed class Input
    {
        [Required]
        public string? Title { get; set; }
    }

    public sealed record Command(string Slug, string Title, Guid By) : IRequest<Guid>;

    internal sealed class Handler(DeliberationDb db, TimeProvider clock) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command request, CancellationToken cancellationToken)
        {
            var space = await db.Set<Space>().FirstAsync(s => s.Slug == request.Slug, cancellationToken);
            var now = clock.GetUtcNow();
            var draft = Draft.Start(Guid.CreateVersion7(now), space.Id, request.Title, now);
            db.Add(draft);
            await db.SaveChangesAsync(cancellationToken);
            return draft.Id;
        }
    }
}
