using Deliberation.Domain.Respond.Feedback;

namespace Deliberation.Web.Features.Respond.Feedback;

internal static class StageBadge
{
    /// <summary>The category whose colour and pattern the stage takes in badges.</summary>
    public static string Category(this FeedbackStage stage) =>
        stage switch
        {
            FeedbackStage.ChangeMade => "Delivered",
            FeedbackStage.ChangePlanned => "InProgress",
            FeedbackStage.Answered => "PartlyDelivered",
            FeedbackStage.NoChange or FeedbackStage.Withheld or FeedbackStage.Spam => "Declined",
            FeedbackStage.PassedOn => "UnderReview",
            _ => "Waiting",
        };
}
