using System.ComponentModel.DataAnnotations;
using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Assemble.Spaces;
using Deliberation.Domain.Deliberate.Contributions;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Deliberate.Contributions;

/// <summary>A member or a facilitator adds a note to the raw material.</summary>
[Authorize(Policy = Policies.SpaceWriter)]
internal sealed class Add(IMediator mediator, ThemeNames themes) : PageModel, IShownAgain
{
    [BindProperty]
    public Input Data { get; set; } = new();

    [FromRoute]
    public string Slug { get; set; } = "";

    public IReadOnlyDictionary<string, string> Themes { get; private set; } =
        new Dictionary<string, string>();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            await LoadAsync(cancellationToken);
            return Page();
        }

        var provenance = new Provenance(Data.Label ?? "", Data.Source);
        var command = new Command(Slug, Data.Kind, Data.Text ?? "", provenance, User.PersonId())
        {
            Theme = Data.Theme,
            IsPublic = Data.IsPublic,
        };
        var id = await mediator.Send(command, cancellationToken);
        return Redirect($"/dispositifs/{Slug}/contributions/{id}");
    }

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        Themes = await themes.AllAsync(cancellationToken);
        return true;
    }

    /// <summary>What the form may say; nothing else is read from it.</summary>
    public sealed class Input
    {
        public ContributionKind Kind { get; set; } = ContributionKind.TableNote;

        [Required]
        public string? Label { get; set; }

        [Required]
        public string? Text { get; set; }

        public string? Source { get; set; }

        public string? Theme { get; set; }

        public bool IsPublic { get; set; }
    }

    public sealed record Command(
        string Slug,
        ContributionKind Kind,
        string Text,
        Provenance Provenance,
        Guid By
    ) : IRequest<Guid>
    {
        public string? Theme { get; init; }

        public string? Figure { get; init; }

        public bool IsPublic { get; init; }
    }

    internal sealed class Handler(DeliberationDb db, TimeProvider clock) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command request, CancellationToken cancellationToken)
        {
            var space = await db.Set<Space>()
                .FirstAsync(space => space.Slug == request.Slug, cancellationToken);
            var now = clock.GetUtcNow();
            var contribution = Contribution.Make(
                Guid.CreateVersion7(now),
                space.Id,
                request.Kind,
                request.Text,
                request.Provenance,
                now
            );
            contribution.File(request.Theme, request.Figure, request.IsPublic, request.By);
            db.Add(contribution);
            await db.SaveChangesAsync(cancellationToken);
            return contribution.Id;
        }
    }
}
