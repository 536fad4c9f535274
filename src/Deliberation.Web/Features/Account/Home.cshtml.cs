using Deliberation.Domain.Assemble.Spaces;
using Deliberation.Web.Platform.Localization;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Member = Deliberation.Domain.Assemble.Membership.Membership;

namespace Deliberation.Web.Features.Account;

/// <summary>One's account: the name shown, the language, one's places in spaces, and ways to everything else.</summary>
[Authorize(Policy = Policies.SignedIn)]
internal sealed class Home(IMediator mediator, DeliberationDb db) : PageModel, IShownAgain
{
    [BindProperty]
    public Command Data { get; set; } = new(Guid.Empty, null, "fr");

    public string? Email { get; private set; }

    public IReadOnlyList<Place> Places { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var me = User.PersonId();
        var person = await db.Set<Person>().AsNoTracking().FirstAsync(row => row.Id == me, cancellationToken);
        Data = Data with { Name = person.Name, Language = person.Language };
        await LoadAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await mediator.Send(Data with { By = User.PersonId() }, cancellationToken);
        LocalizationSetup.Keep(HttpContext, LanguageOf(Data.Language));

        return RedirectToPage();
    }

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var me = User.PersonId();
        Email = await db.Set<Person>()
            .Where(row => row.Id == me)
            .Select(row => row.Email)
            .FirstOrDefaultAsync(cancellationToken);
        Places = await (
            from member in db.Set<Member>()
            join space in db.Set<Space>() on member.SpaceId equals space.Id
            where member.PersonId == me && member.EndedAt == null
            orderby member.JoinedAt descending
            select new Place(space.Slug, space.Title, member.Name, member.IsPublic)
        )
            .Take(50)
            .ToListAsync(cancellationToken);
        return true;
    }

    private static string LanguageOf(string? asked) => asked == "en" ? "en" : "fr";

    internal sealed record Place(string Slug, string Title, string Name, bool IsPublic);

    internal sealed record Command(Guid By, string? Name, string? Language) : IRequest<Unit>;

    internal sealed class Handler(DeliberationDb db) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var person = await db.Set<Person>().FirstAsync(row => row.Id == request.By, cancellationToken);
            person.AppearAs(request.Name ?? "");
            person.Language = LanguageOf(request.Language);
            await db.SaveChangesAsync(cancellationToken);

            return Unit.Value;
        }
    }
}
