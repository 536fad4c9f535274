namespace Deliberation.Domain.Respond.Tracking;

/// <summary>What the institution decides on a proposition, told apart from how far the work has gone.</summary>
public sealed record Decision
{
    public required DecisionKind Kind { get; init; }

    /// <summary>What is kept, when only a part is; 10 to 1,000 characters.</summary>
    public string? Kept { get; init; }

    /// <summary>What is not kept, when only a part is; 10 to 1,000 characters.</summary>
    public string? NotKept { get; init; }

    /// <summary>Why it is declined, and only then.</summary>
    public RefusalGround? Ground { get; init; }

    /// <summary>What would change a refusal; 10 to 1,000 characters.</summary>
    public string? WouldChange { get; init; }

    /// <summary>Whom it is passed on to; 2 to 200 characters.</summary>
    public string? PassedOnTo { get; init; }

    internal bool IsARefusal => Kind == DecisionKind.Declined;

    internal bool IsArgued =>
        Ground is { } ground && Enum.IsDefined(ground) && AnswerText.Is(WouldChange, 10, 1_000);

    internal bool IsSaidInFull =>
        Kind switch
        {
            DecisionKind.Accepted => true,
            DecisionKind.AcceptedInPart => AnswerText.Is(Kept, 10, 1_000)
                && AnswerText.Is(NotKept, 10, 1_000),
            DecisionKind.Declined => IsArgued,
            DecisionKind.PassedOn => AnswerText.Is(PassedOnTo, 2, 200),
            _ => false,
        };

    /// <summary>Without stray spaces, and with nothing that belongs to another kind of decision.</summary>
    internal Decision Tidied() =>
        new()
        {
            Kind = Kind,
            Kept = For(DecisionKind.AcceptedInPart, Kept),
            NotKept = For(DecisionKind.AcceptedInPart, NotKept),
            Ground = IsARefusal ? Ground : null,
            WouldChange = For(DecisionKind.Declined, WouldChange),
            PassedOnTo = For(DecisionKind.PassedOn, PassedOnTo),
        };

    private string? For(DecisionKind kind, string? text) => Kind == kind ? AnswerText.Tidy(text) : null;
}

/// <summary>What an institution may decide; an answer without one still awaits its decision.</summary>
public enum DecisionKind
{
    /// <summary>Acceptée.</summary>
    Accepted = 1,

    /// <summary>Acceptée en partie : on dit ce qui est retenu et ce qui ne l’est pas.</summary>
    AcceptedInPart = 2,

    /// <summary>Refusée : on dit pourquoi, et ce qui changerait la décision.</summary>
    Declined = 3,

    /// <summary>Transmise à un autre organisme.</summary>
    PassedOn = 4,
}

/// <summary>Why a proposition is declined.</summary>
public enum RefusalGround
{
    /// <summary>La loi ne le permet pas.</summary>
    Law = 1,

    /// <summary>Le coût.</summary>
    Cost = 2,

    /// <summary>Ce n’est pas faisable.</summary>
    Feasibility = 3,

    /// <summary>C’est déjà fait.</summary>
    AlreadyDone = 4,

    /// <summary>L’organisme n’a pas ce pouvoir.</summary>
    OutsideCompetence = 5,

    /// <summary>Un choix politique.</summary>
    PoliticalChoice = 6,
}
