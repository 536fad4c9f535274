using Deliberation.Domain.Assemble.Spaces;
using Deliberation.Domain.Deliberate.Ballots;
using Deliberation.Domain.Deliberate.Drafting;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Deliberate.Ballots;

/// <summary>The facilitator announces a vote: its rule, its quorum, its end.</summary>
[Authorize(Policy = Policies.SpaceFacilitator)]
internal sealed class Prepare(IMediator mediator) : PageModel, IShownAgain
{
    [BindProperty]
    public Input Data { get; set; } = new();

    [FromRoute]
    public string Slug { get; set; } = "";

    [FromQuery(Name = "proposition")]
    public Guid ProposalId { get; set; }

    public string Title { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) ? Page() : NotFound();

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

        var terms = new BallotTerms(Data.DecisionRule, Data.Quorum, EndOfVote.At(Data.EndsOn, Data.EndsAt));
        var id = await mediator.Send(
            new Command(User.PersonId(), Slug, ProposalId, terms),
            cancellationToken
        );
        return Redirect($"/dispositifs/{Slug}/scrutins/{id}");
    }

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var title = await mediator.Send(new Query(Slug, ProposalId), cancellationToken);
        Title = title ?? "";
        return title is not null;
    }

    public sealed class Input
    {
        public DecisionRule DecisionRule { get; set; } = DecisionRule.SimpleMajority;

        public int Quorum { get; set; } = 50;

        public DateOnly? EndsOn { get; set; }

        public TimeOnly? EndsAt { get; set; }
    }

    public sealed record Query(string Slug, Guid ProposalId) : IRequest<string?>;

    public sealed record Command(Guid By, string Slug, Guid ProposalId, BallotTerms Terms) : IRequest<Guid>;

    internal sealed class Handler(DeliberationDb db, TimeProvider clock)
        : IRequestHandler<Query, string?>,
            IRequestHandler<Command, Guid>
    {
        public async Task<string?> Handle(Query request, CancellationToken cancellationToken) =>
            await Proposals(request.Slug, request.ProposalId)
                .Select(proposal => proposal.Title)
                .FirstOrDefaultAsync(cancellationToken);

        public async Task<Guid> Handle(Command request, CancellationToken cancellationToken)
        {
            var space = await db.Set<Space>()
                .SingleAsync(space => space.Slug == request.Slug, cancellationToken);
            var proposal = await Proposals(request.Slug, request.ProposalId).SingleAsync(cancellationToken);
            var now = clock.GetUtcNow();
            var ballot = Ballot.Prepare(Guid.CreateVersion7(now), space, proposal.Id, request.Terms, now);
            db.Add(ballot);
            await db.SaveChangesAsync(cancellationToken);
            return ballot.Id;
        }

        private IQueryable<Proposal> Proposals(string slug, Guid id) =>
            from proposal in db.Set<Proposal>()
            join space in db.Set<Space>() on proposal.SpaceId equals space.Id
            where space.Slug == slug && proposal.Id == id
            select proposal;
    }
}
