namespace Deliberation.Domain.Respond.Feedback;

/// <summary>Where a feedback stands, from its reception to what it changed.</summary>
public enum FeedbackStage
{
    Received = 1,
    Published = 2,
    Withheld = 3,
    Spam = 4,
    PassedOn = 5,
    Answered = 6,
    ChangePlanned = 7,
    ChangeMade = 8,
    NoChange = 9,
    Withdrawn = 10,
}

/// <summary>The passages between stages, written once.</summary>
public static class FeedbackStages
{
    /// <summary>The stages in which anyone may read a feedback.</summary>
    public static readonly IReadOnlyList<FeedbackStage> Public =
    [
        FeedbackStage.Published,
        FeedbackStage.PassedOn,
        FeedbackStage.Answered,
        FeedbackStage.ChangePlanned,
        FeedbackStage.ChangeMade,
        FeedbackStage.NoChange,
    ];

    /// <summary>The stages in which an institution has said something.</summary>
    public static readonly IReadOnlyList<FeedbackStage> Answered =
    [
        FeedbackStage.Answered,
        FeedbackStage.ChangePlanned,
        FeedbackStage.ChangeMade,
        FeedbackStage.NoChange,
    ];

    /// <summary>The stages that say what the feedback led to; the last one said holds.</summary>
    public static bool IsOutcome(this FeedbackStage stage) =>
        stage is FeedbackStage.ChangePlanned or FeedbackStage.ChangeMade or FeedbackStage.NoChange;

    public static bool IsPublic(this FeedbackStage stage) => Public.Contains(stage);

    public static bool IsAnswered(this FeedbackStage stage) => Answered.Contains(stage);
}
