namespace Deliberation.Domain.Respond.Instruction;

/// <summary>Where an answer stands on its way to publication.</summary>
public enum AnswerStage
{
    /// <summary>Written, and waiting for someone else to read it.</summary>
    Prepared = 1,

    /// <summary>Back in the hands of those who write, with a reason.</summary>
    SentBack = 2,

    /// <summary>Read, and waiting for its signature.</summary>
    Reviewed = 3,

    /// <summary>Signed, and waiting for the day it takes effect.</summary>
    Signed = 4,

    /// <summary>Published: the public reads it.</summary>
    Published = 5,

    /// <summary>Given up, with a reason.</summary>
    Abandoned = 6,
}
