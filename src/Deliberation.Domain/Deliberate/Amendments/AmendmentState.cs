namespace Deliberation.Domain.Deliberate.Amendments;

/// <summary>What became of an amendment.</summary>
public enum AmendmentState
{
    /// <summary>En attente: those who write the text have not decided.</summary>
    Open = 1,

    /// <summary>Adopté: its words are in the text.</summary>
    Adopted = 2,

    /// <summary>Rejeté, with a reason.</summary>
    Rejected = 3,

    /// <summary>Retiré by its author.</summary>
    Withdrawn = 4,

    /// <summary>Sans objet: the words it would replace were deleted.</summary>
    Outdated = 5,
}
