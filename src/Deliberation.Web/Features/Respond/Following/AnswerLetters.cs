using Deliberation.Domain.Respond.Following;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Features.Respond.Tracking;
using Deliberation.Web.Platform.Localization;
using Deliberation.Web.Platform.Mail;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Following;

/// <summary>The letter that tells a follower what is new: each thing in a few lines, with its address.</summary>
internal sealed class AnswerLetters(
    DeliberationDb db,
    TreatmentList treatments,
    AuthorNews news,
    FollowedNames names,
    SubscriptionSeal seal,
    Letters letters,
    PublicAddress service,
    FeatureTexts<AnswerLetters> texts
)
{
    private const int MostTold = 20;
    private const int ReasonLength = 300;

    /// <summary>Writes the letter if there is anything to tell; it leaves with the caller's own <c>SaveChangesAsync</c>.</summary>
    /// <returns>Whether there was.</returns>
    public async Task<bool> WriteAsync(Subscription follower, CancellationToken cancellationToken)
    {
        using var _ = Spoken.In(follower.Language);
        var found = follower.Topic switch
        {
            SubscriptionTopic.LateAnswers => await LateAsync(follower, cancellationToken),
            SubscriptionTopic.OwnFeedback => await news.ReadAsync(follower, cancellationToken),
            _ => await AnsweredAsync(follower, cancellationToken),
        };
        if (found.Count == 0)
        {
            return false;
        }

        var what = await names.SayAsync(new Followed(follower.Topic, follower.TopicId), cancellationToken);
        var stop = service.Of($"/suivi/abonnement/{seal.Of(follower.Id)}/fin");
        var more = found.Count > MostTold ? [texts["La suite se lit sur le site."]] : Array.Empty<string>();
        string[] paragraphs =
        [
            texts["Bonjour,"],
            texts["Vous suivez {0}. Voici ce qui est nouveau.", what],
            .. found.Take(MostTold),
            .. more,
            texts["Pour ne plus rien recevoir :"],
            stop,
        ];
        letters.Write(
            follower.Email,
            follower.Topic switch
            {
                SubscriptionTopic.LateAnswers => texts["Des réponses sont en retard"],
                SubscriptionTopic.OwnFeedback => texts["Du nouveau sur votre retour"],
                _ => texts["Une réponse à des propositions citoyennes"],
            },
            string.Join("\n\n", paragraphs),
            stop
        );
        return true;
    }

    private async Task<IReadOnlyList<string>> AnsweredAsync(
        Subscription follower,
        CancellationToken cancellationToken
    )
    {
        var (since, upTo, id) = (follower.ToldUpTo, follower.NewsAt, follower.TopicId);
        var rows = await (
            from update in db.Set<TreatmentUpdate>().AsNoTracking()
            join treatment in db.Set<Treatment>() on update.TreatmentId equals treatment.Id
            join opinion in db.Set<OpinionTracker>() on treatment.OpinionId equals opinion.Id
            where update.At > since && update.At <= upTo
            where
                (follower.Topic == SubscriptionTopic.Opinion && treatment.OpinionId == id)
                || (follower.Topic == SubscriptionTopic.Proposition && treatment.Id == id)
                || (follower.Topic == SubscriptionTopic.Body && update.BodyId == id)
            from status in db.Set<Status>()
                .Where(status =>
                    EF.Property<Guid>(status, StatusMapping.OpinionId) == treatment.OpinionId
                    && status.Code == update.Status
                )
            orderby update.At, treatment.Reference
            select new
            {
                treatment.Reference,
                treatment.Title,
                treatment.Number,
                opinion.Slug,
                status.French,
                status.English,
                update.Reason,
            }
        )
            .Take(MostTold + 1)
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(row =>
                Say(
                    $"{row.Reference} · {row.Title}",
                    follower.Language == "fr" ? row.French : row.English,
                    Short(row.Reason),
                    $"/avis/{row.Slug}/propositions/{row.Number}"
                )
            ),
        ];
    }

    private async Task<IReadOnlyList<string>> LateAsync(
        Subscription follower,
        CancellationToken cancellationToken
    )
    {
        var (from, today) = (WorkingDays.DateInParis(follower.ToldUpTo), treatments.Today);
        var rows = await treatments
            .Rows()
            .Where(row => row.ExpectedOn >= from && row.ExpectedOn < today)
            .OrderBy(row => row.ExpectedOn)
            .ThenBy(row => row.Reference)
            .Take(MostTold + 1)
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(row =>
                Say(
                    $"{row.Reference} · {row.Title}",
                    row.BodyName,
                    texts["Une réponse était attendue le {0:D}.", row.ExpectedOn!], // asked for above
                    row.Address
                )
            ),
        ];
    }

    private string Say(string title, string first, string second, string path) =>
        string.Join('\n', title, first, second, service.Of(path));

    private static string Short(string reason) =>
        reason.Length <= ReasonLength ? reason : $"{reason[..ReasonLength].TrimEnd()}…";
}
