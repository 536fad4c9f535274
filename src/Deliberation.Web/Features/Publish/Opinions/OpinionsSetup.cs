using System.Globalization;
using Deliberation.Domain.Publish.Opinions;
using Deliberation.Web.Features.Verify.OpenData;
using Deliberation.Web.Platform.Caching;
using MediatR;

namespace Deliberation.Web.Features.Publish.Opinions;

/// <summary>The same opinion as a Markdown file and as data, at the page's own address.</summary>
internal static class OpinionsSetup
{
    public static void MapOpinions(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPageData(
            "/avis.json",
            PropositionPage.ListAsync,
            "Published opinions, the latest first"
        );
        endpoints.MapPageData(
            "/avis/{slug}/propositions/{number:int}.json",
            PropositionPage.OneAsync,
            "One published proposition: words, reasons, origins, vote"
        );
        endpoints
            .MapGet(
                "/avis/{slug}.md",
                async (string slug, int? edition, IMediator mediator, CancellationToken cancellationToken) =>
                    await mediator.Send(new Read.Query(slug, edition), cancellationToken) is { } found
                        ? Results.Text(found.Edition.Text, "text/markdown; charset=utf-8")
                        : Results.NotFound()
            )
            .AllowAnonymous()
            .SameForEveryone();
        endpoints
            .MapGet(
                "/avis/{slug}.json",
                async (string slug, int? edition, IMediator mediator, CancellationToken cancellationToken) =>
                    await mediator.Send(new Read.Query(slug, edition), cancellationToken) is { } found
                        ? Results.Json(OpinionData.Of(found), OpinionData.Format)
                        : Results.NotFound()
            )
            .AllowAnonymous()
            .WithTags("Pages")
            .WithSummary("One published opinion, word for word")
            .SameForEveryone();
    }
}
