using Deliberation.Domain.Deliberate.Drafting;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Deliberate.Drafting;

/// <summary>All discussions on a text, and a form to begin one on the whole of it or on a passage.</summary>
[Authorize(Policy = Policies.SpaceReader)]
internal sealed class Comments(
    IMediator mediator,
    DeliberationDb db,
    TextHistory history,
    AnchorFinder finder
) : PageModel, IShownAgain
{
    private const int AtMost = 500;

    [BindProperty]
    public Input Data { get; set; } = new();

    [FromRoute]
    public string Slug { get; set; } = "";

    [FromRoute]
    public Guid DocumentId { get; set; }

    public IReadOnlyList<Comment> All { get; private set; } = [];

    public IReadOnlyDictionary<Guid, Writer> Writers { get; private set; } = null!; // set before the page is shown

    public async Task<IActionResult> OnGetAsync(
        int? version,
        int? de,
        int? a,
        CancellationToken cancellationToken
    )
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        var pointed = new Pointed(version, de, a, null);
        if (pointed.IsSelection)
        {
            var found = await finder.FindAsync(DocumentId, pointed, cancellationToken);
            (Data.Version, Data.From, Data.To, Data.Quote) = (version, de, a, found?.Words);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        var pointed = new Pointed(Data.Version, Data.From, Data.To, Data.Quote);
        var command = new Command(DocumentId, pointed, Data.Words ?? "", User.PersonId());
        var id = await mediator.Send(command, cancellationToken);
        return Redirect($"/dispositifs/{Slug}/atelier/commentaires/{id}");
    }

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var document = await db.DocumentsOf(Slug)
            .AsNoTracking()
            .FirstOrDefaultAsync(found => found.Id == DocumentId, cancellationToken);
        if (document is null)
        {
            return false;
        }

        Writers = await history.WritersAsync(document.SpaceId, cancellationToken);
        All = await db.Set<Comment>()
            .AsNoTracking()
            .Whole()
            .Where(comment => comment.DocumentId == DocumentId)
            .OrderByDescending(comment => comment.WrittenAt)
            .ThenByDescending(comment => comment.Id)
            .Take(AtMost)
            .ToListAsync(cancellationToken);
        return true;
    }

    public sealed class Input
    {
        public int? Version { get; set; }

        public int? From { get; set; }

        public int? To { get; set; }

        public string? Quote { get; set; }

        public string? Words { get; set; }
    }

    public sealed record Command(Guid DocumentId, Pointed Pointed, string Words, Guid By) : IRequest<Guid>;

    internal sealed class Handler(DeliberationDb db, AnchorFinder finder, Calls calls, TimeProvider clock)
        : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command request, CancellationToken cancellationToken)
        {
            var text = await db.Set<Document>()
                .SingleAsync(d => d.Id == request.DocumentId, cancellationToken);
            var found = await finder.FindAsync(text.Id, request.Pointed, cancellationToken);
            var now = clock.GetUtcNow();
            var id = Guid.CreateVersion7(now);
            var comment = Comment.Write(
                id,
                text,
                found?.Anchor,
                found?.Words ?? "",
                request.Words,
                request.By,
                now
            );
            await calls.MakeAsync(comment, request.Words, request.By, cancellationToken);
            db.Add(comment);
            await db.SaveChangesAsync(cancellationToken);
            return id;
        }
    }
}
