using Deliberation.Domain.Assemble.Spaces;
using Deliberation.Domain.Publish.Opinions;
using Deliberation.Domain.Respond.Feedback;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Platform.Caching;
using Deliberation.Web.Platform.Persistence;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Home;

/// <summary>The front door: what one can read, follow and say here.</summary>
[AllowAnonymous]
[SameForEveryone]
internal sealed class Index(IMediator mediator) : PageModel
{
    public Result Data { get; private set; } = null!; // set before the page is shown

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Data = await mediator.Send(new Query(), cancellationToken);

    public sealed record Query : IRequest<Result>;

    public sealed record Result(
        IReadOnlyList<OpinionLine> Opinions,
        IReadOnlyList<SpaceLine> Spaces,
        Figures Figures
    );

    public sealed record OpinionLine(string Slug, string Reference, string Title, DateTimeOffset At);

    public sealed record SpaceLine(string Slug, SpaceKind Kind, string Title, string Question);

    /// <param name="Propositions">Published, and followed one by one.</param>
    /// <param name="Answered">Those with at least one answer.</param>
    /// <param name="Feedbacks">Published.</param>
    public sealed record Figures(int Propositions, int Answered, int Feedbacks);

    internal sealed class Handler(DeliberationDb db) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query request, CancellationToken cancellationToken) =>
            new(
                await OpinionsAsync(cancellationToken),
                await SpacesAsync(cancellationToken),
                new Figures(
                    await Followed().CountAsync(cancellationToken),
                    await Followed().CountAsync(treatment => treatment.AnswerCount > 0, cancellationToken),
                    await db.Set<Feedback>()
                        .CountAsync(feedback => feedback.PublishedAt != null, cancellationToken)
                )
            );

        // What a corrected opinion no longer holds waits for nothing.
        private IQueryable<Treatment> Followed() =>
            db.Set<Treatment>().Where(treatment => treatment.WithdrawnAt == null);

        private Task<List<OpinionLine>> OpinionsAsync(CancellationToken cancellationToken) =>
            db.Set<Opinion>()
                .Where(opinion => opinion.FirstPublishedAt != null)
                .OrderByDescending(opinion => opinion.FirstPublishedAt)
                .Take(3)
                .Select(opinion => new OpinionLine(
                    opinion.Slug,
                    opinion.Reference,
                    opinion.Title,
                    opinion.FirstPublishedAt!.Value // filtered above
                ))
                .ToListAsync(cancellationToken);

        private Task<List<SpaceLine>> SpacesAsync(CancellationToken cancellationToken) =>
            db.Set<Space>()
                .OrderByDescending(space => space.OpenedAt)
                .Take(3)
                .Select(space => new SpaceLine(space.Slug, space.Kind, space.Title, space.Mandate.Question))
                .ToListAsync(cancellationToken);
    }
}
