namespace Deliberation.Domain.Respond.Following;

/// <summary>What letters are asked about.</summary>
public enum SubscriptionTopic
{
    /// <summary>Every answer to one opinion.</summary>
    Opinion = 1,

    /// <summary>Every answer to one proposition.</summary>
    Proposition = 2,

    /// <summary>Every answer one body gives.</summary>
    Body = 3,

    /// <summary>Every proposition whose answer becomes late.</summary>
    LateAnswers = 4,

    /// <summary>What becomes of the feedback that one gave oneself.</summary>
    OwnFeedback = 5,
}

/// <summary>How often letters come.</summary>
public enum Rhythm
{
    /// <summary>Soon after each answer; those given together come in one letter.</summary>
    AtOnce = 1,

    /// <summary>One letter a week at most.</summary>
    Weekly = 2,
}
