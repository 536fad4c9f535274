using System.ComponentModel.DataAnnotations;
using Deliberation.Domain.Assemble.Spaces;
using Deliberation.Domain.Deliberate.Sessions;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Deliberate.Sessions;

/// <summary>The facilitator puts a meeting on the calendar, with its agenda.</summary>
[Authorize(Policy = Policies.SpaceFacilitator)]
internal sealed class Plan(IMediator mediator) : PageModel, IShownAgain
{
    [BindProperty]
    public Input Data { get; set; } = new();

    [FromRoute]
    public string Slug { get; set; } = "";

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var from = Data.From!.Value; // required, so present once the form is valid
        var agenda = (Data.Agenda ?? "").Split(
            '\n',
            StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
        );
        await mediator.Send(
            new Command(Slug, Data.Title ?? "", from, Data.To ?? from, Data.Place, agenda),
            cancellationToken
        );
        return Redirect($"/dispositifs/{Slug}#seances");
    }

    public Task<bool> LoadAsync(CancellationToken cancellationToken) => Task.FromResult(true);

    /// <summary>What the form may say.</summary>
    public sealed class Input
    {
        [Required]
        public string? Title { get; set; }

        [Required]
        public DateOnly? From { get; set; }

        public DateOnly? To { get; set; }

        public string? Place { get; set; }

        public string? Agenda { get; set; }
    }

    public sealed record Command(
        string Slug,
        string Title,
        DateOnly From,
        DateOnly To,
        string? Place,
        IReadOnlyList<string> Agenda
    ) : IRequest<Guid>;

    internal sealed class Handler(DeliberationDb db, TimeProvider clock) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command request, CancellationToken cancellationToken)
        {
            var space = await db.Set<Space>()
                .FirstAsync(space => space.Slug == request.Slug, cancellationToken);
            var now = clock.GetUtcNow();
            var session = Session.Plan(
                Guid.CreateVersion7(now),
                space.Id,
                request.Title,
                request.From,
                request.To,
                request.Place,
                now
            );
            session.SetAgenda(request.Agenda);
            db.Add(session);
            await db.SaveChangesAsync(cancellationToken);
            return session.Id;
        }
    }
}
