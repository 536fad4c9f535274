using Deliberation.Domain.Assemble.Spaces;
using Deliberation.Web.Features.Verify.OpenData;
using MediatR;

namespace Deliberation.Web.Features.Assemble.Spaces;

/// <summary>Spaces as data: members appear as they chose, the others are counted.</summary>
internal static class SpaceData
{
    public static void MapSpaces(this IEndpointRouteBuilder app)
    {
        app.MapPageData("/dispositifs.json", ListAsync, "Every participatory process");
        app.MapPageData("/dispositifs/{slug}.json", OneAsync, "One process: mandate, calendar, members");
    }

    private static async Task<IResult> ListAsync(
        HttpContext context,
        IMediator mediator,
        SpaceKind? genre,
        int? p,
        CancellationToken cancellationToken
    )
    {
        var page = PageData.PageNumber(p);
        var found = await mediator.Send(new Index.Query(genre, page), cancellationToken);
        return PageData.Answer(
            context,
            new
            {
                page,
                total = found.Count,
                spaces = found.Spaces,
            }
        );
    }

    private static async Task<IResult> OneAsync(
        string slug,
        HttpContext context,
        IMediator mediator,
        CancellationToken cancellationToken
    )
    {
        var found = await mediator.Send(new Show.Query(slug), cancellationToken);
        return PageData.Answer(context, found is null ? null : Of(found));
    }

    private static object Of(Show.Result found) =>
        new
        {
            found.Space.Slug,
            found.Space.Kind,
            found.Space.Title,
            found.Space.Summary,
            found.Space.Mandate,
            found.Space.Seats,
            found.Space.Selection,
            found.Space.Source,
            found.Space.Phases,
            Sessions = found.Sessions.Select(session => new
            {
                session.Title,
                session.From,
                session.To,
                session.Place,
                Agenda = session.Agenda.Select(item => item.Title),
            }),
            found.Members,
            found.UnnamedMembers,
            found.PublicContributions,
        };
}
