namespace Deliberation.Domain.Respond.Verdicts;

/// <summary>What a member thinks of an institution's answer.</summary>
public enum Judgement
{
    /// <summary>Satisfaisante.</summary>
    Satisfying = 1,

    /// <summary>Satisfaisante en partie.</summary>
    Partly = 2,

    /// <summary>Insuffisante.</summary>
    Insufficient = 3,

    /// <summary>Sans avis.</summary>
    NoOpinion = 4,
}
