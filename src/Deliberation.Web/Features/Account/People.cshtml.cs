using Deliberation.Domain.Assemble.Membership;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Account;

/// <summary>Finds a person, to see or change the roles they have in the instance.</summary>
[Authorize(Policy = Policies.Administrator)]
internal sealed class People(DeliberationDb db) : PageModel
{
    private const int PerPage = 30;

    [BindProperty(SupportsGet = true)]
    public string? Recherche { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public int Pages { get; private set; }

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var found = db.Set<Person>().AsNoTracking();
        if (!string.IsNullOrWhiteSpace(Recherche))
        {
            var words = Recherche.Trim().ToUpperInvariant();
            found = found.Where(person =>
                person.Name.ToUpper().Contains(words)
                || (person.NormalizedEmail != null && person.NormalizedEmail.Contains(words))
            );
        }

        Pages = Math.Max(1, (await found.CountAsync(cancellationToken) + PerPage - 1) / PerPage);
        P = Math.Clamp(P, 1, Pages);
        Lines = await found
            .OrderBy(person => person.Name)
            .ThenBy(person => person.Id)
            .Skip((P - 1) * PerPage)
            .Take(PerPage)
            .Select(person => new Line(
                person.Id,
                person.Name,
                person.Email,
                db.Set<Appointment>()
                    .Where(appointment => appointment.PersonId == person.Id && appointment.EndedAt == null)
                    .Select(appointment => appointment.Role)
                    .ToList()
            ))
            .ToListAsync(cancellationToken);
    }

    internal sealed record Line(Guid Id, string Name, string? Email, IReadOnlyList<InstanceRole> Roles);
}
