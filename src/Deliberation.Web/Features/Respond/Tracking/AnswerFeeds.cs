using System.Globalization;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Features.Verify.OpenData;
using Deliberation.Web.Platform.Caching;
using Deliberation.Web.Platform.Mail;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Tracking;

/// <summary>The newest answers for feed readers, at the addresses of the pages that show them.</summary>
internal static class AnswerFeeds
{
    public static void MapAnswerFeeds(this IEndpointRouteBuilder app)
    {
        Map(app, "/suivi.atom", AtomAsync);
        Map(app, "/suivi.flux.json", JsonAsync);
        Map(app, "/suivi/{avis}.atom", OfOpinionAsync);
        Map(app, "/avis/{slug}/propositions/{number:int}.atom", OfPropositionAsync);
    }

    private static void Map(IEndpointRouteBuilder app, string address, Delegate read) =>
        app.MapGet(address, read).AllowAnonymous().SameForEveryone().ExcludeFromDescription();

    private static async Task<IResult> AtomAsync(
        [AsParameters] NewAnswers.Choice choice,
        HttpContext context,
        NewAnswers answers,
        PublicAddress site,
        CancellationToken cancellationToken
    )
    {
        var self = $"/suivi.atom{context.Request.QueryString.Value}";
        var feed = await answers.ReadAsync(choice, (self, "/suivi"), cancellationToken);
        return feed.AsAtom(context, site);
    }

    private static async Task<IResult> JsonAsync(
        [AsParameters] NewAnswers.Choice choice,
        HttpContext context,
        NewAnswers answers,
        PublicAddress site,
        CancellationToken cancellationToken
    )
    {
        var self = $"/suivi.flux.json{context.Request.QueryString.Value}";
        var feed = await answers.ReadAsync(choice, (self, "/suivi"), cancellationToken);
        return feed.AsJson(context, site);
    }

    private static async Task<IResult> OfOpinionAsync(
        string avis,
        HttpContext context,
        DeliberationDb db,
        NewAnswers answers,
        PublicAddress site,
        CancellationToken cancellationToken
    )
    {
        if (!await db.Set<OpinionTracker>().AnyAsync(tracker => tracker.Slug == avis, cancellationToken))
        {
            return Results.NotFound();
        }

        var page = $"/suivi/{avis}";
        var choice = new NewAnswers.Choice { Opinion = avis };
        var feed = await answers.ReadAsync(choice, ($"{page}.atom", page), cancellationToken);
        return feed.AsAtom(context, site);
    }

    private static async Task<IResult> OfPropositionAsync(
        string slug,
        int number,
        HttpContext context,
        DeliberationDb db,
        NewAnswers answers,
        PublicAddress site,
        CancellationToken cancellationToken
    )
    {
        var reference = await (
            from treatment in db.Set<Treatment>()
            join tracker in db.Set<OpinionTracker>() on treatment.OpinionId equals tracker.Id
            where tracker.Slug == slug && treatment.Number == number
            select treatment.Reference
        ).FirstOrDefaultAsync(cancellationToken);
        if (reference is null)
        {
            return Results.NotFound();
        }

        var page = string.Create(CultureInfo.InvariantCulture, $"/avis/{slug}/propositions/{number}");
        var choice = new NewAnswers.Choice { Proposition = reference };
        var feed = await answers.ReadAsync(choice, ($"{page}.atom", page), cancellationToken);
        return feed.AsAtom(context, site);
    }
}
