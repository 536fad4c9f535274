using Deliberation.Domain.Publish.MinorityPositions;
using Deliberation.Domain.Publish.Opinions;
using Deliberation.Web.Features.Publish.Opinions;
using Deliberation.Web.Platform.Localization;
using Deliberation.Web.Platform.Security;
using Deliberation.Web.Platform.Text;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Deliberation.Web.Features.Publish.MinorityPositions;

/// <summary>A member writes why they do not share an adopted proposition, and signs it.</summary>
[Authorize(Policy = Policies.SpaceVoter)]
internal sealed class Write(IMediator mediator, FeatureTexts<Write> texts) : PageModel, IShownAgain
{
    [BindProperty]
    public Input Data { get; set; } = new();

    [FromRoute]
    public string Slug { get; set; } = "";

    [FromRoute]
    public string Avis { get; set; } = "";

    [FromRoute]
    public Guid Proposal { get; set; }

    public Result Found { get; private set; } = null!; // set before the page is shown

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        if (Found.IsOpen && string.IsNullOrWhiteSpace(Data.Text))
        {
            ModelState.AddModelError(
                "Data.Text",
                texts["Dites pourquoi vous ne partagez pas la proposition."]
            );
            return Page();
        }

        var command = new Command(User.PersonId(), Slug, Avis, Proposal, Data.Text ?? "");
        await mediator.Send(command, cancellationToken);
        return Redirect($"/dispositifs/{Slug}/avis/{Avis}/positions#p-{Proposal}");
    }

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var found = await mediator.Send(new Query(User.PersonId(), Slug, Avis, Proposal), cancellationToken);
        Found = found!; // the page is not shown when null
        return found is not null;
    }

    public sealed class Input
    {
        public string? Text { get; set; }
    }

    public sealed record Query(Guid By, string Slug, string Avis, Guid ProposalId) : IRequest<Result?>;

    /// <param name="IsOpen">Its words may still be joined: the proposition is not published yet.</param>
    public sealed record Result(
        string Title,
        SafeHtml? Body,
        string Language,
        bool IsOpen,
        bool IsPublished,
        Signer Signer
    );

    public sealed record Command(Guid By, string Slug, string Avis, Guid ProposalId, string Text)
        : IRequest<Guid>;

    internal sealed class Handler(Dissent dissent, TimeProvider clock)
        : IRequestHandler<Query, Result?>,
            IRequestHandler<Command, Guid>
    {
        public async Task<Result?> Handle(Query request, CancellationToken cancellationToken)
        {
            var opinion = await dissent.FindAsync(request.Slug, request.Avis, cancellationToken);
            var place = await dissent.PlaceAsync(request.Slug, request.By, cancellationToken);
            var edition = opinion?.Editions.LastOrDefault(edition => Holds(edition, request.ProposalId));
            if (opinion is null || edition is null || place is null)
            {
                return null;
            }

            var proposition = edition.Propositions.First(one => one.ProposalId == request.ProposalId);
            return new Result(
                proposition.Title,
                EditionTexts.Render(edition)[EditionTexts.Body(proposition.Number)],
                opinion.Language,
                opinion.IsOpenToDissent(request.ProposalId),
                opinion.IsPublished,
                Signer.Of(request.Slug, place)
            );
        }

        public Task<Guid> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            return dissent.SayAsync(
                request.By,
                (request.Slug, request.Avis),
                (opinion, place) =>
                    opinion
                        .Dissent(Guid.CreateVersion7(now), request.ProposalId, place, request.Text, now)
                        .Id,
                cancellationToken
            );
        }

        private static bool Holds(Edition edition, Guid proposalId) =>
            edition.Propositions.Any(proposition => proposition.ProposalId == proposalId);
    }
}
