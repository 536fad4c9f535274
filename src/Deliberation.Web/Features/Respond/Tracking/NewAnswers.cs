using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Features.Verify.OpenData;
using Deliberation.Web.Platform.Localization;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Deliberation.Web.Features.Respond.Tracking;

/// <summary>
/// The newest answers, as a feed: all of them, or those to one opinion, to one proposition, of one body, on one theme.
/// A correction is an answer too.
/// </summary>
internal sealed class NewAnswers(DeliberationDb db, IOptions<Brand> brand, FeatureTexts<NewAnswers> texts)
{
    private const int Newest = 50;

    /// <param name="at">The addresses of the feed itself, and of the page that says the same.</param>
    public async Task<FeedDocument> ReadAsync(
        Choice choice,
        (string Self, string Page) at,
        CancellationToken cancellationToken
    )
    {
        var answers = await (
            from update in db.Set<TreatmentUpdate>()
            join treatment in choice.Apply(db) on update.TreatmentId equals treatment.Id
            join tracker in db.Set<OpinionTracker>() on treatment.OpinionId equals tracker.Id
            orderby update.At descending, treatment.Number, update.Number descending
            select new
            {
                tracker.Slug,
                treatment.Number,
                treatment.Reference,
                treatment.Title,
                Answer = update.Number,
                update.Reason,
                update.Corrects,
                update.At,
            }
        )
            .Take(Newest)
            .ToListAsync(cancellationToken);
        var entries = answers.Select(line => new FeedEntry(
            $"/avis/{line.Slug}/propositions/{line.Number}",
            $"reponse-{line.Answer}",
            line.Corrects is { } corrected
                ? texts["{0}, correction de la réponse {1} : {2}", line.Reference, corrected, line.Title]
                : texts["{0} : {1}", line.Reference, line.Title],
            line.Reason,
            line.At
        ));
        var title = string.Join(", ", [texts["Réponses aux propositions"], .. choice.Named]);
        return new FeedDocument(
            $"{title} – {brand.Value.Service}",
            brand.Value.Service,
            at.Self,
            at.Page,
            [.. entries]
        );
    }

    /// <summary>What a reader narrows the feed to; the same keys as in the addresses of the list.</summary>
    internal sealed class Choice
    {
        /// <summary>The opinion's address or reference.</summary>
        [FromQuery(Name = "avis")]
        public string? Opinion { get; set; }

        /// <summary>Its published name: <c>AC-2021-01-P12</c>.</summary>
        [FromQuery(Name = "proposition")]
        public string? Proposition { get; set; }

        /// <summary>The body now in charge.</summary>
        [FromQuery(Name = "organisme")]
        public string? Body { get; set; }

        [FromQuery(Name = "theme")]
        public string? Theme { get; set; }

        public IEnumerable<string> Named =>
            new[] { Opinion, Proposition, Body, Theme }.Where(Has).Select(name => name!); // kept because it is there

        public IQueryable<Treatment> Apply(DeliberationDb db)
        {
            IQueryable<Treatment> treatments = db.Set<Treatment>();
            if (Has(Opinion))
            {
                var chosen = db.Set<OpinionTracker>()
                    .Where(tracker => tracker.Slug == Opinion || tracker.Reference == Opinion)
                    .Select(tracker => tracker.Id);
                treatments = treatments.Where(treatment => chosen.Contains(treatment.OpinionId));
            }

            if (Has(Body))
            {
                var bodies = db.Set<Body>().Where(body => body.Key == Body).Select(body => body.Id);
                treatments = treatments.Where(treatment => bodies.Contains(treatment.BodyId));
            }

            treatments = Has(Proposition)
                ? treatments.Where(treatment => treatment.Reference == Proposition)
                : treatments;
            return Has(Theme) ? treatments.Where(treatment => treatment.Theme == Theme) : treatments;
        }

        private static bool Has(string? value) => !string.IsNullOrWhiteSpace(value);
    }
}
