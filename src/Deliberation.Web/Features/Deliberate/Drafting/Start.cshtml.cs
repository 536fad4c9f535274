using System.ComponentModel.DataAnnotations;
using Deliberation.Domain.Deliberate.Drafting;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Deliberate.Drafting;

/// <summary>A member puts an idea forward; its text is then written together.</summary>
[Authorize(Policy = Policies.SpaceWriter)]
internal sealed class Start(IMediator mediator, DeliberationDb db) : PageModel, IShownAgain
{
    [BindProperty]
    public Input Data { get; set; } = new();

    [FromRoute]
    public string Slug { get; set; } = "";

    [FromRoute]
    public Guid DraftId { get; set; }

    public IReadOnlyList<SelectListItem> Sections { get; private set; } = [];

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

        var command = new Command(DraftId, Data.SectionId, Data.Title ?? "", User.PersonId());
        var started = await mediator.Send(command, cancellationToken);
        return Redirect($"/dispositifs/{Slug}/atelier/textes/{started.DocumentId}");
    }

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        Sections = await db.Set<Section>()
            .Where(section => section.DraftId == DraftId)
            .OrderBy(section => section.Position)
            .Select(section => new SelectListItem(section.Title, section.Id.ToString()))
            .ToListAsync(cancellationToken);
        return await db.DraftsOf(Slug).AnyAsync(draft => draft.Id == DraftId, cancellationToken);
    }

    public sealed class Input
    {
        [Required]
        public string? Title { get; set; }

        public Guid? SectionId { get; set; }
    }

    /// <param name="SectionId">The part of the draft it stands under; null while it has no place.</param>
    public sealed record Command(Guid DraftId, Guid? SectionId, string Title, Guid By) : IRequest<Started>;

    public sealed record Started(Guid ProposalId, Guid DocumentId);

    internal sealed class Handler(DeliberationDb db, TimeProvider clock) : IRequestHandler<Command, Started>
    {
        public async Task<Started> Handle(Command request, CancellationToken cancellationToken)
        {
            var draft = await db.Set<Draft>().SingleAsync(d => d.Id == request.DraftId, cancellationToken);
            var now = clock.GetUtcNow();
            var text = Document.Create(Guid.CreateVersion7(now), draft.SpaceId, now);
            var id = Guid.CreateVersion7(now);
            var proposal = Proposal.Start(id, draft, text, request.Title, request.By, now);
            if (request.SectionId is { } sectionId)
            {
                var section = await db.Set<Section>().SingleAsync(s => s.Id == sectionId, cancellationToken);
                proposal.Place(section, await NextPositionAsync(sectionId, cancellationToken));
            }

            db.AddRange(text, proposal);
            await db.SaveChangesAsync(cancellationToken);
            return new Started(id, text.Id);
        }

        private async Task<int> NextPositionAsync(Guid sectionId, CancellationToken cancellationToken) =>
            1
            + (
                await db.Set<Proposal>()
                    .Where(proposal => proposal.SectionId == sectionId)
                    .MaxAsync(proposal => (int?)proposal.Position, cancellationToken)
                ?? 0
            );
    }
}
