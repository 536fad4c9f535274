using System.ComponentModel.DataAnnotations;
using Deliberation.Domain.Publish.Opinions;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Features.Respond.Tracking;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Opinion = Deliberation.Domain.Publish.Opinions.Opinion;

namespace Deliberation.Web.Features.Publish.Opinions;

/// <summary>The facilitator publishes what was read in preview, and says which body has to answer.</summary>
[Authorize(Policy = Policies.SpaceFacilitator)]
[SecondFactor]
internal sealed class Publish(IMediator mediator) : PageModel, IShownAgain
{
    [BindProperty]
    public Input Data { get; set; } = new();

    [FromRoute]
    public string Slug { get; set; } = "";

    [FromRoute]
    public string Avis { get; set; } = "";

    public Result Summary { get; private set; } = null!; // set before the page is shown

    public async Task<IActionResult> OnGetAsync([FromQuery] int lu, CancellationToken cancellationToken)
    {
        Data.Previewed = lu;
        return await LoadAsync(cancellationToken) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        if (!ModelState.IsValid || Summary.Bodies.All(body => body.Key != Data.Body))
        {
            return Page();
        }

        var command = new Command(User.PersonId(), Slug, Avis, Data.Body ?? "", Data.Previewed);
        await mediator.Send(command, cancellationToken);
        return Redirect($"/avis/{Avis}");
    }

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var found = await mediator.Send(new Query(Slug, Avis), cancellationToken);
        Summary = found!; // the page is not shown when null
        return found is not null;
    }

    public sealed class Input
    {
        [Required]
        public string? Body { get; set; }

        /// <summary>The assembly that was read in preview.</summary>
        public int Previewed { get; set; }
    }

    public sealed record Query(string Slug, string Avis) : IRequest<Result?>;

    public sealed record Result(
        string Title,
        string Reference,
        int Edition,
        int Propositions,
        IReadOnlyList<Body> Bodies
    );

    /// <summary>By when a first answer is due, and who promised it.</summary>
    public sealed record Promise(DateOnly? DueOn, string Basis);

    /// <param name="Body">The key of the body in charge.</param>
    /// <param name="Previewed">The assembly that was read in preview; null publishes the one that is assembled.</param>
    public sealed record Command(Guid By, string Slug, string Avis, string Body, int? Previewed = null)
        : IRequest<Guid>
    {
        /// <summary>What was promised; what this instance promises when null.</summary>
        public Promise? Promised { get; init; }
    }

    internal sealed class Handler(DeliberationDb db, OpenTreatments treatments, TimeProvider clock)
        : IRequestHandler<Query, Result?>,
            IRequestHandler<Command, Guid>
    {
        public async Task<Result?> Handle(Query request, CancellationToken cancellationToken)
        {
            var opinion = await Opinions(request.Slug, request.Avis)
                .AsNoTracking()
                .FirstOrDefaultAsync(cancellationToken);
            if (opinion?.Pending is not { } edition)
            {
                return null;
            }

            var bodies = await db.Set<Body>()
                .AsNoTracking()
                .OrderBy(body => body.Name)
                .Take(200)
                .ToListAsync(cancellationToken);
            return new Result(
                edition.Title,
                opinion.Reference,
                edition.Number,
                edition.Propositions.Count,
                bodies
            );
        }

        public Task<Guid> Handle(Command request, CancellationToken cancellationToken) =>
            db.InOneTransactionAsync(() => PublishAsync(request, cancellationToken), cancellationToken);

        private async Task<Guid> PublishAsync(Command request, CancellationToken cancellationToken)
        {
            var opinion = await Opinions(request.Slug, request.Avis).SingleAsync(cancellationToken);
            var previewed = request.Previewed ?? opinion.Assemblies;
            var edition = opinion.Publish(previewed, clock.GetUtcNow());
            db.AddRange(EditionTexts.Render(edition).Keep(edition));
            var body = await db.Set<Body>().SingleAsync(body => body.Key == request.Body, cancellationToken);
            var expected = request.Promised is { } promised
                ? new FirstAnswer(body, promised.DueOn, promised.Basis)
                : treatments.PromisedBy(body);
            await treatments.AddAsync(
                new TrackedOpinion(opinion.Id, opinion.Reference, opinion.Slug, opinion.Title),
                [.. edition.Propositions.Select(request => Treated(opinion, edition, request))],
                expected,
                cancellationToken
            );
            await treatments.FollowAsync(edition, expected, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return opinion.Id;
        }

        private static TreatedProposition Treated(Opinion opinion, Edition edition, Proposition request) =>
            new(
                opinion.Id,
                request.Number,
                Proposition.ReferenceOf(opinion.Reference, request.Number),
                request.Title,
                request.Theme
            )
            {
                MinorityPositions = opinion.PositionsBeside(edition, request.ProposalId).Count,
            };

        private IQueryable<Opinion> Opinions(string slug, string avis) =>
            db.Set<Opinion>().Whole().Where(opinion => opinion.Slug == avis && opinion.SpaceSlug == slug);
    }
}
