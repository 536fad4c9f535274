using Deliberation.Domain.Deliberate.Contributions;
using Deliberation.Web.Features.Verify.OpenData;
using MediatR;

namespace Deliberation.Web.Features.Deliberate.Contributions;

/// <summary>The public contributions of a space as data; those kept among members are not there, whoever asks.</summary>
internal static class ContributionData
{
    public static void MapContributions(this IEndpointRouteBuilder app)
    {
        app.MapPageData(
            "/dispositifs/{slug}/contributions.json",
            ListAsync,
            "Public contributions of a space"
        );
        app.MapPageData(
            "/dispositifs/{slug}/contributions/{id:guid}.json",
            OneAsync,
            "One public contribution, with what makes it citable"
        );
    }

    private static async Task<IResult> ListAsync(
        string slug,
        HttpContext context,
        IMediator mediator,
        [AsParameters] Asked asked,
        CancellationToken cancellationToken
    )
    {
        var page = PageData.PageNumber(asked.P);
        var query = new Index.Query(slug, asked.Theme, asked.Genre, Inside: false, page);
        var found = await mediator.Send(query, cancellationToken);
        return PageData.Answer(
            context,
            found is null
                ? null
                : new
                {
                    page,
                    total = found.Count,
                    found.Contributions,
                }
        );
    }

    private static async Task<IResult> OneAsync(
        string slug,
        Guid id,
        HttpContext context,
        IMediator mediator,
        CancellationToken cancellationToken
    )
    {
        var found = await mediator.Send(new Show.Query(slug, id, Inside: false), cancellationToken);
        return PageData.Answer(context, found is null ? null : Of(found.Contribution));
    }

    private static object Of(Contribution contribution) =>
        new
        {
            contribution.Id,
            contribution.Kind,
            contribution.Text,
            contribution.Figure,
            contribution.Theme,
            contribution.Provenance,
            contribution.MadeAt,
        };

    internal sealed record Asked(string? Theme, ContributionKind? Genre, int? P);
}
