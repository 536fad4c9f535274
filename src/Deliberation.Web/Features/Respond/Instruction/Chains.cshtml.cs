using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Instruction;

/// <summary>An administrator says which bodies have their answers read and signed before they are published.</summary>
[Authorize(Policy = Policies.Administrator)]
[SecondFactor]
internal sealed class Chains(DeliberationDb db, IMediator mediator) : PageModel, IShownAgain
{
    private const int Most = 300;

    [BindProperty]
    public Input Data { get; set; } = new();

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await mediator.Send(new Command(User.PersonId(), Data.BodyId, Data.On), cancellationToken);
        return Redirect("/bureau/organismes");
    }

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        Lines = await db.Set<Body>()
            .AsNoTracking()
            .OrderBy(body => body.Name)
            .Take(Most)
            .Select(body => new Line(
                body.Id,
                body.Key,
                body.Name,
                body.HasChain,
                db.Set<Appointment>()
                    .Count(post =>
                        post.BodyId == body.Id && post.Role == InstanceRole.Agent && post.EndedAt == null
                    )
            ))
            .ToListAsync(cancellationToken);
        return true;
    }

    internal sealed record Line(Guid Id, string Key, string Name, bool HasChain, int Agents);

    /// <summary>What the form may say.</summary>
    public sealed class Input
    {
        public Guid BodyId { get; set; }

        public bool On { get; set; }
    }

    internal sealed record Command(Guid By, Guid BodyId, bool On) : IRequest<Guid>;

    internal sealed class Handler(DeliberationDb db) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command request, CancellationToken cancellationToken)
        {
            var body =
                await db.Set<Body>().FirstOrDefaultAsync(body => body.Id == request.BodyId, cancellationToken)
                ?? throw new Absent("body");
            if (request.On)
            {
                body.TurnChainOn(await AgentsAsync(body.Id, cancellationToken));
            }
            else
            {
                body.TurnChainOff();
            }

            await db.SaveChangesAsync(cancellationToken);
            return body.Id;
        }

        private Task<int> AgentsAsync(Guid bodyId, CancellationToken cancellationToken) =>
            db.Set<Appointment>()
                .Where(post =>
                    post.BodyId == bodyId && post.Role == InstanceRole.Agent && post.EndedAt == null
                )
                .Select(post => post.PersonId)
                .Distinct()
                .CountAsync(cancellationToken);
    }
}
