using Deliberation.Domain;
using Deliberation.Domain.Deliberate.Drafting;
using Deliberation.Web.Features.Deliberate.Drafting.Live;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Deliberate.Drafting;

/// <summary>Brings back the words of an earlier version, as a new change; they stay with those who wrote them.</summary>
[Authorize(Policy = Policies.SpaceWriter)]
internal sealed class Restore(IMediator mediator, DeliberationDb db, DocumentLog log) : PageModel, IShownAgain
{
    [BindProperty]
    public Input Data { get; set; } = new();

    [FromRoute]
    public string Slug { get; set; } = "";

    [FromRoute]
    public Guid DocumentId { get; set; }

    [FromRoute]
    public int Version { get; set; }

    public ShownDifference Difference { get; private set; } = null!; // set before the page is shown

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var found = await LoadAsync(cancellationToken);
        Data.Key = $"restore-{Guid.NewGuid():N}"[..30];
        return found ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var baseVersion = Data.BaseVersion;
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        var command = new Command(DocumentId, Version, baseVersion, Data.Key ?? "", User.PersonId());
        await mediator.Send(command, cancellationToken);
        return Redirect($"/dispositifs/{Slug}/atelier/textes/{DocumentId}/historique?revenu=1");
    }

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var isHere = await db.DocumentsOf(Slug).AnyAsync(d => d.Id == DocumentId, cancellationToken);
        var now = await log.TextAsync(DocumentId, cancellationToken);
        if (!isHere || Version < 0 || Version > now.Version)
        {
            return false;
        }

        var then = await log.TextAsync(DocumentId, cancellationToken, Version);
        Difference = ShownDifference.Between(now.Text, then.Text);
        Data.BaseVersion = now.Version;
        return true;
    }

    public sealed class Input
    {
        public int BaseVersion { get; set; }

        public string? Key { get; set; }
    }

    /// <param name="BaseVersion">The text one saw; what others wrote since is kept.</param>
    /// <param name="Key">Makes sending the form twice restore once.</param>
    public sealed record Command(Guid DocumentId, int Version, int BaseVersion, string Key, Guid By)
        : IRequest<Unit>;

    internal sealed class Handler(DocumentLog log, TextHistory history, Scribe scribe)
        : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            if (!Visitor.IsClientId(request.Key) || request.Key.Length > 30 || request.BaseVersion < 0)
            {
                throw new RuleBroken(DraftingRules.AChangeFitsItsText);
            }

            var seen = await log.TextAsync(request.DocumentId, cancellationToken, request.BaseVersion);
            var then = await log.TextAsync(request.DocumentId, cancellationToken, request.Version);
            var change = TextDifference.Between(seen.Text, then.Text);
            var authors = await history.AttributionAsync(
                request.DocumentId,
                cancellationToken,
                request.Version
            );
            var split = AuthorsKept.Split(change, authors, request.By);
            await scribe.WriteAsync(request.DocumentId, seen.Version, split, request.Key, cancellationToken);
            return Unit.Value;
        }
    }
}
