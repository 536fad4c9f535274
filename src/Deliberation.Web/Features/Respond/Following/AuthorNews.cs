using Deliberation.Domain.Respond.Feedback;
using Deliberation.Domain.Respond.Following;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Features.Respond.Feedback;
using Deliberation.Web.Features.Respond.Tracking;
using Deliberation.Web.Platform.Localization;
using Deliberation.Web.Platform.Mail;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Following;

/// <summary>What happened to a feedback, told to the person who gave it: its stages, replies, and the propositions it speaks of.</summary>
internal sealed class AuthorNews(
    DeliberationDb db,
    Stories stories,
    PublicAddress service,
    FeatureTexts<AuthorNews> texts,
    FeatureTexts<Follow> words
)
{
    /// <returns>One paragraph for each thing that is new, and where to read on; nothing when nothing is.</returns>
    public async Task<IReadOnlyList<string>> ReadAsync(
        Subscription author,
        CancellationToken cancellationToken
    )
    {
        if (
            await stories.ReadAsync(feedback => feedback.Id == author.TopicId, cancellationToken)
            is not { } story
        )
        {
            return [];
        }

        var news = new List<string>();
        news.AddRange(
            story.Feedback.Steps.Where(step => IsNew(author, step.At)).Select(step => Say(story, step))
        );
        news.AddRange(
            story.Feedback.Links.Where(link => link.Holds && IsNew(author, link.LinkedAt)).Select(Say(story))
        );
        news.AddRange(await AnswersAsync(author, story, cancellationToken));
        return news.Count == 0 ? [] : [.. news, WhereToReadOn(story)];
    }

    private static bool IsNew(Subscription author, DateTimeOffset at) =>
        at > author.ToldUpTo && at <= author.NewsAt;

    private string Say(Story story, FeedbackStep step)
    {
        var reply = story.Feedback.Replies.FirstOrDefault(reply => reply.PublishedAt == step.At);
        string?[] lines =
        [
            words[step.Stage.ForAuthor()],
            step.Reason is { } reason ? texts["La raison : {0}.", words[reason.French()]] : null,
            reply?.Text,
            reply is null ? null : $"{reply.Function}, {story.BodyName(reply.BodyId)}",
        ];
        return string.Join('\n', lines.Where(line => !string.IsNullOrEmpty(line)));
    }

    private Func<FeedbackLink, string> Say(Story story) =>
        link =>
        {
            var proposition = story.Propositions.FirstOrDefault(one => one.Reference == link.Reference);
            return string.Join(
                '\n',
                texts["Votre retour parle d’une proposition citoyenne :"],
                $"{link.Reference} · {proposition?.Title}",
                service.Of(proposition?.Address ?? "/suivi")
            );
        };

    private async Task<IEnumerable<string>> AnswersAsync(
        Subscription author,
        Story story,
        CancellationToken cancellationToken
    )
    {
        var (since, upTo) = (author.ToldUpTo, author.NewsAt);
        var references = story.Propositions.Select(proposition => proposition.Reference).ToList();
        var answers = await (
            from update in db.Set<TreatmentUpdate>().AsNoTracking()
            join treatment in db.Set<Treatment>() on update.TreatmentId equals treatment.Id
            where references.Contains(treatment.Reference) && update.At > since && update.At <= upTo
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
                status.French,
                status.English,
                update.Reason,
            }
        ).ToListAsync(cancellationToken);
        return answers.Select(answer =>
            string.Join(
                '\n',
                texts["Une institution a répondu à une proposition dont parle votre retour :"],
                $"{answer.Reference} · {answer.Title}",
                author.Language == "fr" ? answer.French : answer.English,
                answer.Reason,
                service.Of(story.Propositions.First(one => one.Reference == answer.Reference).Address)
            )
        );
    }

    // The code is in no letter that was not asked for: whoever has it may withdraw the feedback.
    private string WhereToReadOn(Story story) =>
        string.Join(
            '\n',
            texts["Avec votre code, lisez la suite et dites si cela vous a été utile :"],
            service.Of(story.Feedback.IsPublic ? $"/retours/{story.Feedback.Number}" : "/retours/suivre")
        );
}
