using Deliberation.Web.Features.Verify.OpenData;
using MediatR;

namespace Deliberation.Web.Features.Publish.Opinions;

/// <summary>The list of opinions, and one proposition, as data.</summary>
internal static class PropositionPage
{
    public static async Task<IResult> ListAsync(
        int? p,
        HttpContext context,
        IMediator mediator,
        CancellationToken cancellationToken
    )
    {
        var page = PageData.PageNumber(p);
        var found = await mediator.Send(new Index.Query(page), cancellationToken);
        return PageData.Answer(
            context,
            new
            {
                page,
                found.Pages,
                found.Opinions,
            }
        );
    }

    public static async Task<IResult> OneAsync(
        string slug,
        int number,
        HttpContext context,
        IMediator mediator,
        CancellationToken cancellationToken
    )
    {
        var found = await mediator.Send(new ReadProposition.Query(slug, number), cancellationToken);
        return PageData.Answer(context, found is null ? null : Of(found));
    }

    private static object Of(ReadProposition.Result found) =>
        new
        {
            Opinion = new
            {
                found.Opinion.Reference,
                found.Opinion.Slug,
                found.Opinion.Language,
                Edition = found.Proposition.EditionNumber,
            },
            Proposition = OpinionData.PropositionData.Of(found.Opinion, found.Proposition, found.Positions),
            found.Withdrawn,
            Section = found.SectionTitle,
            found.Origins,
            Previous = found.Previous?.Number,
            Next = found.Next?.Number,
            Tracker = $"/suivi/{found.Opinion.Slug}.json",
        };
}
