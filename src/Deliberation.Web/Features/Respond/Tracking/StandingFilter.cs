using System.Linq.Expressions;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Tracking;

/// <summary>The filters and orders of the tracker's list, asked of the kept standings: what fits, before any of it is read.</summary>
internal static class StandingFilter
{
    /// <summary>How every proposition stood when that day ended; how it stands when that is today.</summary>
    public static IQueryable<KeptStanding> Standings(this DeliberationDb db, ShownDay day)
    {
        var kept = db.Set<KeptStanding>().AsNoTracking();
        if (day.Before is not { } moment)
        {
            return kept.Where(standing =>
                standing.Knot == StretchTree.Lasting && standing.Until == KeptStanding.Open
            );
        }

        var knots = StretchTree.Above(moment);
        return kept.Where(standing =>
            knots.Contains(standing.Knot) && standing.Until >= moment && standing.From < moment
        );
    }

    /// <summary>Those of one opinion, by its address or its reference.</summary>
    public static IQueryable<KeptStanding> OfOpinion(
        this IQueryable<KeptStanding> standings,
        DeliberationDb db,
        string name
    ) =>
        // One of them, said to be one: asked whether it is among several, SQLite reads the whole day along another index.
        standings.Where(standing =>
            standing.Opinion
            == db.Set<OpinionTracker>()
                .Where(opinion => opinion.Slug == name || opinion.Reference == name)
                .Select(opinion => opinion.Reference)
                .FirstOrDefault()
        );

    public static IQueryable<KeptStanding> OfBody(
        this IQueryable<KeptStanding> standings,
        DeliberationDb db,
        string? key
    ) =>
        string.IsNullOrWhiteSpace(key)
            ? standings
            : standings.Where(standing =>
                db.Set<Body>()
                    .Where(body => body.Key == key)
                    .Select(body => body.Id)
                    .Contains(standing.BodyId)
            );

    public static IQueryable<KeptStanding> Apply(
        this TreatmentFilter filter,
        IQueryable<KeptStanding> standings,
        DeliberationDb db,
        DateOnly day
    )
    {
        standings =
            filter.Opinion is { } opinion && Has(opinion) ? standings.OfOpinion(db, opinion) : standings;
        standings = standings.OfBody(db, filter.Body);
        standings = Has(filter.Theme) ? standings.Where(one => one.Theme == filter.Theme) : standings;
        standings = filter.Category is { } category
            ? standings.Where(one => one.Category == category)
            : standings;
        standings = filter.AsksHowItStands ? standings.Where(one => !one.IsWithdrawn) : standings;
        standings = filter.Late == true ? standings.Where(one => one.ExpectedOn < day) : standings;
        standings = filter.Proof is { } proof ? standings.Where(Proven(proof)) : standings;
        if (Has(filter.Status))
        {
            standings = filter.Status switch
            {
                TreatmentFilter.Unanswered => standings.Where(one => one.Answers == 0),
                TreatmentFilter.Withdrawn => standings.Where(one => one.IsWithdrawn),
                _ => standings.Where(one => one.Status == filter.Status),
            };
        }

        return filter.Words().Any() ? standings.Where(Saying(db, filter.Words())) : standings;
    }

    public static IQueryable<KeptStanding> Sort(
        this TreatmentFilter filter,
        IQueryable<KeptStanding> standings
    )
    {
        var first = filter.Order switch
        {
            TreatmentOrder.Attente => standings
                .OrderBy(one => one.ExpectedOn == null)
                .ThenBy(one => one.ExpectedOn)
                .ThenBy(one => one.Opinion),
            TreatmentOrder.Recent => standings
                .OrderBy(one => one.Answers == 0)
                .ThenByDescending(one => one.Answers == 0 ? null : (DateTimeOffset?)one.Since)
                .ThenBy(one => one.Opinion),
            TreatmentOrder.Statut => standings
                .OrderBy(one => one.Position == null)
                .ThenBy(one => one.Position)
                .ThenBy(one => one.Opinion),
            _ => standings.OrderBy(one => one.Opinion),
        };
        return first.ThenBy(one => one.Number);
    }

    private static Expression<Func<KeptStanding, bool>> Proven(Proof proof) =>
        one =>
            (one.Category == StatusCategory.Delivered || one.Category == StatusCategory.PartlyDelivered)
            && one.IsDocumented == (proof == Proof.Confirmee);

    // Words are looked for once, and not for each standing.
    private static Expression<Func<KeptStanding, bool>> Saying(DeliberationDb db, IEnumerable<string> words)
    {
        IQueryable<Treatment> saying = db.Set<Treatment>();
        foreach (var word in words)
        {
            saying = saying.Where(treatment => treatment.Keywords.Contains(word));
        }

        return standing => saying.Select(treatment => treatment.Id).Contains(standing.TreatmentId);
    }

    private static bool Has(string? value) => !string.IsNullOrWhiteSpace(value);
}
