using System.ComponentModel.DataAnnotations;
using Deliberation.Domain.Deliberate.Contributions;
using Deliberation.Domain.Deliberate.Drafting;
using Deliberation.Web.Features.Deliberate.Contributions;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Deliberate.Drafting;

/// <summary>Members say what a proposal is called, why it is made, and which contributions it comes from.</summary>
[Authorize(Policy = Policies.SpaceWriter)]
internal sealed class Describe(IMediator mediator, DeliberationDb db, ThemeNames themes)
    : PageModel,
        IShownAgain
{
    private const int MostOrigins = 300;

    [BindProperty]
    public Input Data { get; set; } = new();

    [FromRoute]
    public string Slug { get; set; } = "";

    [FromRoute]
    public Guid Id { get; set; }

    public Guid DocumentId { get; private set; }

    public IReadOnlyList<SelectListItem> Contributions { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Themes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        var proposal = await db.ProposalsOf(Slug)
            .AsNoTracking()
            .SingleAsync(p => p.Id == Id, cancellationToken);
        Data = new Input
        {
            Title = proposal.Title,
            Rationale = proposal.Rationale,
            Theme = proposal.Theme,
            Origins = [.. proposal.Origins.Select(origin => origin.ContributionId)],
        };
        return Page();
    }

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

        var command = new Command(
            Id,
            Data.Title ?? "",
            Data.Rationale ?? "",
            Data.Theme ?? "",
            Data.Origins,
            User.PersonId()
        );
        await mediator.Send(command, cancellationToken);
        return Redirect($"/dispositifs/{Slug}/atelier/textes/{DocumentId}");
    }

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var found = await db.ProposalsOf(Slug)
            .Where(proposal => proposal.Id == Id)
            .Select(proposal => new { proposal.DocumentId, proposal.SpaceId })
            .FirstOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return false;
        }

        DocumentId = found.DocumentId;
        Themes =
        [
            .. (await themes.AllAsync(cancellationToken)).Select(theme => new SelectListItem(
                theme.Value,
                theme.Key
            )),
        ];
        var cited = await db.Set<Proposal>()
            .Where(proposal => proposal.Id == Id)
            .SelectMany(proposal => proposal.Origins.Select(origin => origin.ContributionId))
            .ToListAsync(cancellationToken);
        Contributions = await db.Set<Contribution>()
            .Where(contribution => contribution.SpaceId == found.SpaceId || cited.Contains(contribution.Id))
            .OrderBy(contribution => contribution.MadeAt)
            .Take(MostOrigins)
            .ByTheirWords(letters: 120)
            .Select(named => new SelectListItem(named.Name, named.Id.ToString()))
            .ToListAsync(cancellationToken);
        return true;
    }

    public sealed class Input
    {
        [Required]
        public string? Title { get; set; }

        public string? Rationale { get; set; }

        public string? Theme { get; set; }

        public List<Guid> Origins { get; set; } = [];
    }

    /// <param name="Origins">Contributions of the same space; others are left out.</param>
    public sealed record Command(
        Guid ProposalId,
        string Title,
        string Rationale,
        string Theme,
        IReadOnlyList<Guid> Origins,
        Guid By
    ) : IRequest<Unit>;

    internal sealed class Handler(DeliberationDb db, TimeProvider clock) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var proposal = await db.Set<Proposal>()
                .SingleAsync(p => p.Id == request.ProposalId, cancellationToken);
            var origins = await db.Set<Contribution>()
                .Where(contribution =>
                    (contribution.SpaceId == proposal.SpaceId || contribution.IsPublic)
                    && request.Origins.Contains(contribution.Id)
                )
                .Select(contribution => contribution.Id)
                .ToListAsync(cancellationToken);

            var now = clock.GetUtcNow();
            proposal.Describe(request.Title, request.Rationale, request.Theme, now);
            proposal.ComeFrom(origins, now);
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
