using Deliberation.Domain.Publish.Opinions;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Deliberation.Web.Features.Publish.MinorityPositions;

/// <summary>Before an opinion is published, its members see where they may dissent, and what others wrote.</summary>
[Authorize(Policy = Policies.SpaceVoter)]
internal sealed class Index(IMediator mediator) : PageModel
{
    [FromRoute]
    public string Slug { get; set; } = "";

    [FromRoute]
    public string Avis { get; set; } = "";

    public Result Data { get; private set; } = null!; // set before the page is shown

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await mediator.Send(new Query(User.PersonId(), Slug, Avis), cancellationToken) is not { } found)
        {
            return NotFound();
        }

        Data = found;
        return Page();
    }

    public sealed record Query(Guid By, string Slug, string Avis) : IRequest<Result?>;

    /// <param name="Lines">The propositions that are open to dissent, in the order of the opinion.</param>
    public sealed record Result(string Title, string Language, bool IsPublished, IReadOnlyList<Line> Lines);

    /// <param name="Signed">The position the reader signed; null when they signed none.</param>
    public sealed record Line(
        Guid ProposalId,
        string Title,
        IReadOnlyList<PositionShown> Positions,
        Guid? Signed
    );

    internal sealed class Handler(Dissent dissent, PositionReader positions) : IRequestHandler<Query, Result?>
    {
        public async Task<Result?> Handle(Query request, CancellationToken cancellationToken)
        {
            if (
                await dissent.FindAsync(request.Slug, request.Avis, cancellationToken) is not { } opinion
                || opinion.Editions.Count == 0
            )
            {
                return null;
            }

            var edition = opinion.Pending ?? opinion.Editions[^1];
            var open = edition
                .Propositions.Where(proposition => opinion.IsOpenToDissent(proposition.ProposalId))
                .ToList();
            var ids = open.Select(proposition => proposition.ProposalId).ToHashSet();
            var shown = await positions.ShowAsync(
                opinion.SpaceId,
                [.. opinion.Positions.Where(position => ids.Contains(position.ProposalId))],
                isPublic: false,
                cancellationToken
            );
            var beside = shown.ToLookup(position => position.ProposalId);
            return new Result(
                edition.Title,
                opinion.Language,
                opinion.IsPublished,
                [.. open.Select(proposition => ToLine(opinion, proposition, beside, request.By))]
            );
        }

        private static Line ToLine(
            Opinion opinion,
            Proposition proposition,
            ILookup<Guid, PositionShown> beside,
            Guid by
        ) =>
            new(
                proposition.ProposalId,
                proposition.Title,
                [.. beside[proposition.ProposalId]],
                opinion
                    .Positions.FirstOrDefault(position =>
                        position.ProposalId == proposition.ProposalId && position.IsSignedBy(by)
                    )
                    ?.Id
            );
    }
}
