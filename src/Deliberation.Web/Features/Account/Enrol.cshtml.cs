using Deliberation.Web.Platform.Localization;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Account;

/// <summary>Makes a person known to the service, before any role.</summary>
[Authorize(Policy = Policies.Administrator)]
internal sealed class Enrol(IMediator mediator, FeatureTexts<Enrol> texts) : PageModel, IShownAgain
{
    [BindProperty]
    public Form Data { get; set; } = new(null, null);

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!Person.IsAddress(Data.Email))
        {
            ModelState.AddModelError("Data.Email", texts["Écrivez une adresse comme nom@exemple.fr."]);
            return Page();
        }

        var id = await mediator.Send(
            new Command(User.PersonId(), Data.Name ?? "", Data.Email),
            cancellationToken
        );

        return RedirectToPage("/Assemble/Membership/Appoint", new { id });
    }

    public Task<bool> LoadAsync(CancellationToken cancellationToken) => Task.FromResult(true);

    internal sealed record Form(string? Name, string? Email);

    /// <summary>The same e-mail address gives the same person back.</summary>
    internal sealed record Command(
        Guid By,
        string Name,
        string? Email,
        bool IsFictional = false,
        Guid? Id = null,
        string Language = "fr"
    ) : IRequest<Guid>;

    internal sealed class Handler(DeliberationDb db, TimeProvider clock) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command request, CancellationToken cancellationToken)
        {
            var known = await FindAsync(request, cancellationToken);
            if (known is { } id)
            {
                return id;
            }

            var now = clock.GetUtcNow();
            var person = Person.Enrolled(
                request.Id ?? Guid.CreateVersion7(now),
                request.Name,
                request.Email,
                now
            );
            person.IsFictional = request.IsFictional;
            person.Language = request.Language;
            db.Add(person);
            await db.SaveChangesAsync(cancellationToken);

            return person.Id;
        }

        private async Task<Guid?> FindAsync(Command request, CancellationToken cancellationToken)
        {
            var address = Person.Normalize(request.Email);
            return await db.Set<Person>()
                .Where(person =>
                    person.Id == request.Id || (address != null && person.NormalizedEmail == address)
                )
                .Select(person => (Guid?)person.Id)
                .FirstOrDefaultAsync(cancellationToken);
        }
    }
}
