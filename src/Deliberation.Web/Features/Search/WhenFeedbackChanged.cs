using Deliberation.Domain.Respond.Feedback;
using Deliberation.Web.Features.Respond.Feedback;
using Deliberation.Web.Platform.Messaging;
using Deliberation.Web.Platform.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;
using UserFeedback = Deliberation.Domain.Respond.Feedback.Feedback;

namespace Deliberation.Web.Features.Search;

/// <summary>Whatever happened to it, the search knows a feedback as it is public now, or not at all.</summary>
internal sealed class WhenFeedbackChanged(DeliberationDb db, SearchIndex index)
    : INotificationHandler<Happened<FeedbackPublished>>,
        INotificationHandler<Happened<FeedbackRedacted>>,
        INotificationHandler<Happened<FeedbackMaskedAgain>>,
        INotificationHandler<Happened<FeedbackTakenDown>>,
        INotificationHandler<Happened<FeedbackWithdrawn>>
{
    public Task Handle(Happened<FeedbackPublished> notification, CancellationToken cancellationToken) =>
        RefreshAsync(notification.Event.Number, cancellationToken);

    public Task Handle(Happened<FeedbackRedacted> notification, CancellationToken cancellationToken) =>
        RefreshAsync(notification.Event.Number, cancellationToken);

    public Task Handle(Happened<FeedbackMaskedAgain> notification, CancellationToken cancellationToken) =>
        RefreshAsync(notification.Event.Number, cancellationToken);

    public Task Handle(Happened<FeedbackTakenDown> notification, CancellationToken cancellationToken) =>
        RefreshAsync(notification.Event.Subject, cancellationToken);

    public Task Handle(Happened<FeedbackWithdrawn> notification, CancellationToken cancellationToken) =>
        RefreshAsync(notification.Event.Subject, cancellationToken);

    private async Task RefreshAsync(string number, CancellationToken cancellationToken)
    {
        var feedback = await db.Set<UserFeedback>()
            .AsNoTracking()
            .Whole()
            .FirstOrDefaultAsync(feedback => feedback.Number == number, cancellationToken);
        if (feedback is not null && Of(feedback) is { } found)
        {
            await index.KeepAsync([found], cancellationToken);
        }
        else
        {
            await index.DropAsync(AddressOf(number), cancellationToken);
        }
    }

    /// <summary>What is found of a feedback; nothing while it is not public.</summary>
    public static SearchIndex.Found? Of(UserFeedback feedback) =>
        feedback is { PublishedAt: { } publishedAt } && feedback.Stage.IsPublic()
            ? new(
                SearchKind.Feedback,
                AddressOf(feedback.Number),
                feedback.Number,
                string.Join('\n', feedback.Answers.Texts.Where(text => !text.IsEmpty)),
                publishedAt
            )
            {
                Language = feedback.Language,
            }
            : null;

    private static string AddressOf(string number) => $"/retours/{number}";
}
