using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Deliberation.Web.Features.Publish.MinorityPositions;

/// <summary>A member reads a minority position, signs it, or takes their signature back before publication.</summary>
[Authorize(Policy = Policies.SpaceVoter)]
internal sealed class Sign(IMediator mediator) : PageModel, IShownAgain
{
    [FromRoute]
    public string Slug { get; set; } = "";

    [FromRoute]
    public string Avis { get; set; } = "";

    [FromRoute]
    public Guid Id { get; set; }

    public Result Found { get; private set; } = null!; // set before the page is shown

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await mediator.Send(new Command(User.PersonId(), Slug, Avis, Id), cancellationToken);
        return Redirect($"/dispositifs/{Slug}/avis/{Avis}/positions");
    }

    public async Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancellationToken)
    {
        await mediator.Send(new Withdrawal(User.PersonId(), Slug, Avis, Id), cancellationToken);
        return Redirect($"/dispositifs/{Slug}/avis/{Avis}/positions");
    }

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var found = await mediator.Send(new Query(User.PersonId(), Slug, Avis, Id), cancellationToken);
        Found = found!; // the page is not shown when null
        return found is not null;
    }

    public sealed record Query(Guid By, string Slug, string Avis, Guid PositionId) : IRequest<Result?>;

    /// <param name="IsSigned">The reader signed it.</param>
    public sealed record Result(
        PositionShown Position,
        string Title,
        string Language,
        bool IsOpen,
        bool IsPublished,
        bool IsSigned,
        Signer Signer
    );

    /// <summary>Signs.</summary>
    public sealed record Command(Guid By, string Slug, string Avis, Guid PositionId) : IRequest<Guid>;

    /// <summary>Takes the signature back.</summary>
    public sealed record Withdrawal(Guid By, string Slug, string Avis, Guid PositionId) : IRequest<Guid>;

    internal sealed class Finding(Dissent dissent, PositionReader positions) : IRequestHandler<Query, Result?>
    {
        public async Task<Result?> Handle(Query request, CancellationToken cancellationToken)
        {
            var opinion = await dissent.FindAsync(request.Slug, request.Avis, cancellationToken);
            var place = await dissent.PlaceAsync(request.Slug, request.By, cancellationToken);
            var position = opinion?.Positions.FirstOrDefault(one => one.Id == request.PositionId);
            var proposition = opinion
                ?.Editions.SelectMany(edition => edition.Propositions)
                .LastOrDefault(one => one.ProposalId == position?.ProposalId);
            if (opinion is null || place is null || position is null || proposition is null)
            {
                return null;
            }

            var beside = opinion.Positions.Where(one => one.ProposalId == position.ProposalId).ToList();
            var shown = await positions.ShowAsync(
                opinion.SpaceId,
                beside,
                isPublic: false,
                cancellationToken
            );
            return new Result(
                shown.First(one => one.Id == position.Id),
                proposition.Title,
                opinion.Language,
                opinion.IsOpenToDissent(position.ProposalId),
                position.IsPublished,
                position.IsSignedBy(request.By),
                Signer.Of(request.Slug, place)
            );
        }
    }

    internal sealed class Handler(Dissent dissent, TimeProvider clock)
        : IRequestHandler<Command, Guid>,
            IRequestHandler<Withdrawal, Guid>
    {
        public Task<Guid> Handle(Command request, CancellationToken cancellationToken) =>
            dissent.SayAsync(
                request.By,
                (request.Slug, request.Avis),
                (opinion, place) =>
                {
                    var position =
                        opinion.Positions.FirstOrDefault(one => one.Id == request.PositionId)
                        ?? throw new Absent($"position {request.PositionId}");
                    opinion.Sign(position, place, clock.GetUtcNow());
                    return position.Id;
                },
                cancellationToken
            );

        // Gone already with its last signature: a second click has nothing left to take back.
        public Task<Guid> Handle(Withdrawal request, CancellationToken cancellationToken) =>
            dissent.SayAsync(
                request.By,
                (request.Slug, request.Avis),
                (opinion, _) =>
                {
                    if (opinion.Positions.FirstOrDefault(one => one.Id == request.PositionId) is { } position)
                    {
                        opinion.Withdraw(position, request.By, clock.GetUtcNow());
                    }

                    return request.PositionId;
                },
                cancellationToken
            );
    }
}
