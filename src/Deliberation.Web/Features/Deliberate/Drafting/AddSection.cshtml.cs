using System.ComponentModel.DataAnnotations;
using Deliberation.Domain.Deliberate.Drafting;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Deliberate.Drafting;

/// <summary>A facilitator adds a part to a draft, with a heading and prose of its own.</summary>
[Authorize(Policy = Policies.SpaceFacilitator)]
internal sealed class AddSection(IMediator mediator, DeliberationDb db) : PageModel, IShownAgain
{
    [BindProperty]
    public Input Data { get; set; } = new();

    [FromRoute]
    public string Slug { get; set; } = "";

    [FromRoute]
    public Guid DraftId { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        await mediator.Send(new Command(DraftId, Data.Title ?? "", User.PersonId()), cancellationToken);
        return Redirect($"/dispositifs/{Slug}/atelier");
    }

    public Task<bool> LoadAsync(CancellationToken cancellationToken) =>
        db.DraftsOf(Slug).AnyAsync(draft => draft.Id == DraftId, cancellationToken);

    public sealed class Input
    {
        [Required]
        public string? Title { get; set; }
    }

    public sealed record Command(Guid DraftId, string Title, Guid By) : IRequest<Added>;

    public sealed record Added(Guid SectionId, Guid DocumentId);

    internal sealed class Handler(DeliberationDb db, TimeProvider clock) : IRequestHandler<Command, Added>
    {
        public async Task<Added> Handle(Command request, CancellationToken cancellationToken)
        {
            var draft = await db.Set<Draft>().SingleAsync(d => d.Id == request.DraftId, cancellationToken);
            var last = await db.Set<Section>()
                .Where(section => section.DraftId == draft.Id)
                .MaxAsync(section => (int?)section.Position, cancellationToken);

            var now = clock.GetUtcNow();
            var text = Document.Create(Guid.CreateVersion7(now), draft.SpaceId, now);
            var id = Guid.CreateVersion7(now);
            db.AddRange(text, Section.Add(id, draft, text, request.Title, (last ?? 0) + 1, now));
            await db.SaveChangesAsync(cancellationToken);
            return new Added(id, text.Id);
        }
    }
}
