using Deliberation.Domain;
using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Deliberate.Ballots;
using Deliberation.Domain.Deliberate.Drafting;
using Deliberation.Web.Features.Deliberate.Drafting;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using Deliberation.Web.Platform.Text;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Member = Deliberation.Domain.Assemble.Membership.Membership;

namespace Deliberation.Web.Features.Deliberate.Ballots;

/// <summary>The facilitator reads the text once more and opens the vote: wording and roll are fixed.</summary>
[Authorize(Policy = Policies.SpaceFacilitator)]
internal sealed class Open(IMediator mediator) : PageModel, IShownAgain
{
    [BindProperty]
    public int Read { get; set; }

    [FromRoute]
    public string Slug { get; set; } = "";

    [FromRoute]
    public Guid Id { get; set; }

    public Result Data { get; private set; } = null!; // set before the page is shown

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        await mediator.Send(new Command(User.PersonId(), Slug, Id, Read), cancellationToken);
        return Redirect($"/dispositifs/{Slug}/scrutins/{Id}");
    }

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var found = await mediator.Send(new Query(Slug, Id), cancellationToken);
        Data = found!; // the page is not shown when null
        return found is not null;
    }

    public sealed record Query(string Slug, Guid BallotId) : IRequest<Result?>;

    /// <param name="Body">The text as it will be published; null when it cannot be shown, and so not put to the vote.</param>
    /// <param name="Version">The version of the text that is shown.</param>
    public sealed record Result(string Title, SafeHtml? Body, SafeHtml? Rationale, int Version, int Voters);

    /// <param name="Read">The version that was read before opening; null when nobody read a page.</param>
    public sealed record Command(Guid By, string Slug, Guid BallotId, int? Read) : IRequest<Guid>;

    internal sealed class Handler(
        DeliberationDb db,
        BallotBox box,
        Documents documents,
        DocumentLog log,
        TimeProvider clock
    ) : IRequestHandler<Query, Result?>, IRequestHandler<Command, Guid>
    {
        private const string FrozenReason = "Un scrutin est ouvert sur ce texte.";

        public async Task<Result?> Handle(Query request, CancellationToken cancellationToken)
        {
            var found = await (
                from ballot in db.Set<Ballot>()
                join proposal in db.Set<Proposal>() on ballot.ProposalId equals proposal.Id
                where ballot.Id == request.BallotId && ballot.SpaceSlug == request.Slug
                where ballot.State == BallotState.Prepared
                select proposal
            )
                .AsNoTracking()
                .FirstOrDefaultAsync(cancellationToken);
            if (found is null)
            {
                return null;
            }

            var text = await log.TextAsync(found.DocumentId, cancellationToken);
            return new Result(
                found.Title,
                Shown(text.Text, "texte"),
                found.Rationale.Length == 0 ? null : Shown(found.Rationale, "motifs", under: 3),
                text.Version,
                await Voters(found.SpaceId).CountAsync(cancellationToken)
            );
        }

        public Task<Guid> Handle(Command request, CancellationToken cancellationToken) =>
            db.InOneTransactionAsync(() => OpenAsync(request, cancellationToken), cancellationToken);

        private async Task<Guid> OpenAsync(Command request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var ballot = await box.HoldAsync(request.Slug, request.BallotId, cancellationToken);
            var proposal = await db.Set<Proposal>()
                .SingleAsync(proposal => proposal.Id == ballot.ProposalId, cancellationToken);
            proposal.PutToVote(now);
            var text = await documents.FreezeAsync(proposal.DocumentId, FrozenReason, cancellationToken);
            var wording = new Wording(proposal.Title, text.Text, proposal.Rationale, text.Version);
            var voters = await Voters(proposal.SpaceId).ToListAsync(cancellationToken);
            db.AddRange(ballot.Open(wording, voters, now, request.Read));
            Keep(ballot, wording);
            await db.SaveChangesAsync(cancellationToken);
            return ballot.Id;
        }

        private void Keep(Ballot ballot, Wording wording)
        {
            var body = Shown(wording.Body, "texte");
            var rationale = Shown(wording.Rationale, "motifs", under: 3);
            if (body is null || rationale is null)
            {
                throw new RuleBroken(BallotRules.AVotedTextCanBeShown);
            }

            var entry = db.Entry(ballot);
            entry.Property(BallotMapping.BodyHtml).CurrentValue = body.Html;
            entry.Property(BallotMapping.RationaleHtml).CurrentValue = rationale.Html;
        }

        private static SafeHtml? Shown(string markdown, string prefix, int under = 2)
        {
            try
            {
                return MarkdownRenderer.Render(markdown, prefix, under);
            }
            catch (MarkdownRefused)
            {
                return null;
            }
        }

        private IQueryable<Guid> Voters(Guid spaceId) =>
            db.Set<Member>()
                .Where(member => member.SpaceId == spaceId && member.EndedAt == null)
                .Where(member => SpaceRoles.Voters.Contains(member.Role))
                .Select(member => member.PersonId)
                .Distinct();
    }
}
