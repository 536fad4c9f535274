using Deliberation.Domain.Assemble.Spaces;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Member = Deliberation.Domain.Assemble.Membership.Membership;

namespace Deliberation.Web.Features.Account;

/// <summary>The name one appears under in one space, and whether the public sees it.</summary>
[Authorize(Policy = Policies.SpaceReader)]
internal sealed class Appearance(IMediator mediator, DeliberationDb db) : PageModel, IShownAgain
{
    [BindProperty(SupportsGet = true)]
    public string Slug { get; set; } = "";

    [BindProperty]
    public Command Data { get; set; } = new(Guid.Empty, "", null, IsPublic: false);

    public string Title { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var place = await Mine(db, User.PersonId(), Slug).FirstAsync(cancellationToken);
        Data = Data with { Name = place.Name, IsPublic = place.IsPublic };
        return await LoadAsync(cancellationToken) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await mediator.Send(Data with { By = User.PersonId(), Slug = Slug }, cancellationToken);

        return Redirect("/compte");
    }

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        Title =
            await db.Set<Space>()
                .Where(space => space.Slug == Slug)
                .Select(space => space.Title)
                .FirstOrDefaultAsync(cancellationToken)
            ?? "";
        return Title.Length > 0;
    }

    private static IQueryable<Member> Mine(DeliberationDb db, Guid person, string slug) =>
        from member in db.Set<Member>()
        join space in db.Set<Space>() on member.SpaceId equals space.Id
        where space.Slug == slug && member.PersonId == person && member.EndedAt == null
        select member;

    internal sealed record Command(Guid By, string? Slug, string? Name, bool IsPublic) : IRequest<Unit>;

    internal sealed class Handler(DeliberationDb db) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var place = await Mine(db, request.By, request.Slug ?? "").FirstAsync(cancellationToken);
            place.AppearAs(request.Name ?? "", request.IsPublic);
            await db.SaveChangesAsync(cancellationToken);

            return Unit.Value;
        }
    }
}
