using Deliberation.Domain.Assemble.Spaces;
using Deliberation.Web.Platform.Localization;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Assemble.Spaces;

/// <summary>Opens a participatory process with its mandate and calendar.</summary>
[Authorize(Policy = Policies.Administrator)]
[SecondFactor]
internal sealed class Open(IMediator mediator, FeatureTexts<Open> texts) : PageModel, IShownAgain
{
    [BindProperty]
    public OpenForm Data { get; set; } = new();

    public IReadOnlyList<SelectListItem> Kinds =>
        [
            .. Enum.GetValues<SpaceKind>()
                .Select(kind => new SelectListItem(texts[kind.French()], kind.ToString())),
        ];

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid || Data.ReadCalendar() is not { } calendar)
        {
            ModelState.AddModelError(
                "Data.Calendar",
                texts["Écrivez une étape par ligne, comme dans l’exemple."]
            );
            return Page();
        }

        await mediator.Send(Data.ToCommand(User.PersonId(), calendar), cancellationToken);

        return Redirect($"/dispositifs/{Data.Slug?.Trim()}");
    }

    public Task<bool> LoadAsync(CancellationToken cancellationToken) => Task.FromResult(true);

    internal sealed record Step(string Title, DateOnly? From, DateOnly? To);

    internal sealed record Command(
        Guid By,
        string Slug,
        SpaceKind Kind,
        string Title,
        string Question,
        string CommissionedBy,
        string RunBy
    ) : IRequest<Guid>
    {
        public Guid? Id { get; init; }

        public string? Summary { get; init; }

        public string? Selection { get; init; }

        public int Seats { get; init; }

        public string? Source { get; init; }

        public IReadOnlyList<Step> Calendar { get; init; } = [];
    }

    internal sealed class Handler(DeliberationDb db, TimeProvider clock) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command request, CancellationToken cancellationToken)
        {
            var taken = await db.Set<Space>()
                .AnyAsync(space => space.Slug == request.Slug, cancellationToken);
            var now = clock.GetUtcNow();
            var space = Space.Open(
                request.Id ?? Guid.CreateVersion7(now),
                request.Slug,
                request.Kind,
                request.Title,
                new Mandate(request.Question.Trim(), request.CommissionedBy.Trim(), request.RunBy.Trim()),
                now
            );
            space.TakeAddress(isFree: !taken);
            space.Describe(request.Summary ?? "", request.Selection ?? "", request.Seats, request.Source);
            space.SetCalendar(
                [.. request.Calendar.Select((step, i) => new Phase(i + 1, step.Title, step.From, step.To))],
                now
            );
            db.Add(space);
            await db.SaveChangesAsync(cancellationToken);

            return space.Id;
        }
    }
}
