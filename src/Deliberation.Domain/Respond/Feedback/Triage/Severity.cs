namespace Deliberation.Domain.Respond.Feedback.Triage;

/// <summary>How much care a feedback asks of those who moderate it; from serious on, two of them decide.</summary>
public enum Severity
{
    Ordinary = 1,

    /// <summary>It may harm somebody who can be recognised.</summary>
    Serious = 2,

    /// <summary>Somebody may be in danger now: it is read first.</summary>
    Urgent = 3,
}

/// <summary>What the words of a feedback say that makes it serious or urgent.</summary>
public enum SeveritySign
{
    /// <summary>Death, violence or suicide, wished, threatened or suffered.</summary>
    Danger = 1,

    /// <summary>A reproach, in a text that named somebody.</summary>
    Accusation = 2,

    /// <summary>A low mark, in a text that named a professional.</summary>
    NamedProfessional = 3,

    /// <summary>A child and an illness or a social-security number, in one sentence.</summary>
    ChildHealth = 4,
}
