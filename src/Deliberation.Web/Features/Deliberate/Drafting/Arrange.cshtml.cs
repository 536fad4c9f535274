using System.Globalization;
using Deliberation.Domain.Deliberate.Drafting;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Deliberate.Drafting;

/// <summary>How a facilitator arranges a draft.</summary>
internal enum Arrangement
{
    Up = 1,
    Down = 2,
    Place = 3,
    Lock = 4,
    Unlock = 5,
    SetApart = 6,
    Join = 7,
}

/// <summary>The order of a draft: parts and proposals go up and down and elsewhere, lock and unlock; each can be undone.</summary>
[Authorize(Policy = Policies.SpaceFacilitator)]
internal sealed class Arrange(IMediator mediator, DeliberationDb db, Outlines outlines)
    : PageModel,
        IShownAgain
{
    [BindProperty]
    public Input Data { get; set; } = new();

    [FromRoute]
    public string Slug { get; set; } = "";

    [FromRoute]
    public Guid DraftId { get; set; }

    public Outline Outline { get; private set; } = null!; // set before the page is shown

    /// <summary>What undoes the last act; null when nothing was just done.</summary>
    public Input? Undo { get; private set; }

    /// <summary>What undoes the last act, where it was done; empty elsewhere, for a view is given something.</summary>
    public Input UndoOf(Guid? what) => Undo is { } undo && undo.Target == what ? undo : new Input();

    public async Task<IActionResult> OnGetAsync(
        Arrangement? annuler,
        Guid? quoi,
        Guid? vers,
        int? rang,
        CancellationToken cancellationToken
    )
    {
        if (annuler is { } act && quoi is { } target)
        {
            Undo = new Input
            {
                Act = act,
                Target = target,
                Into = vers,
                Position = rang,
            };
        }

        return await LoadAsync(cancellationToken) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        var command = new Rearrange.Command(
            DraftId,
            Data.Act,
            Data.Target,
            Data.Into,
            Data.Position,
            User.PersonId()
        );
        var undo = await mediator.Send(command, cancellationToken);
        return Redirect(Undoing(Slug, DraftId, Data.Target, undo));
    }

    /// <summary>The plan, at what was just arranged, with what takes it back.</summary>
    public static string Undoing(string slug, Guid draftId, Guid target, Rearrange.Undo undo) =>
        QueryHelpers.AddQueryString(
            $"/dispositifs/{slug}/atelier/avis/{draftId}/plan",
            new Dictionary<string, string?>
            {
                ["annuler"] = $"{undo.Act}",
                ["quoi"] = $"{target}",
                ["vers"] = undo.Into?.ToString(),
                ["rang"] = undo.Position?.ToString(CultureInfo.InvariantCulture),
            }
        ) + $"#o{target}";

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var draft = await db.DraftsOf(Slug)
            .AsNoTracking()
            .FirstOrDefaultAsync(found => found.Id == DraftId, cancellationToken);
        if (draft is null)
        {
            return false;
        }

        Outline = await outlines.ReadAsync(draft, User.PersonId(), cancellationToken);
        return true;
    }

    public sealed class Input
    {
        public Arrangement Act { get; set; }

        public Guid Target { get; set; }

        public Guid? Into { get; set; }

        public int? Position { get; set; }
    }
}
