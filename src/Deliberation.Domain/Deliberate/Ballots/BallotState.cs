namespace Deliberation.Domain.Deliberate.Ballots;

/// <summary>How far a vote has come.</summary>
public enum BallotState
{
    /// <summary>Préparé: its rule is set, nobody votes yet.</summary>
    Prepared = 1,

    /// <summary>Ouvert.</summary>
    Open = 2,

    /// <summary>Clos: counted once, and proclaimed.</summary>
    Closed = 3,

    /// <summary>Annulé, with a reason; its votes were destroyed.</summary>
    Cancelled = 4,
}
