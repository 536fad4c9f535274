namespace Deliberation.Domain.Respond.Feedback.Meaning;

/// <summary>Where a subject stands.</summary>
public enum SubjectState
{
    Open = 1,
    Merged = 2,
    Dismissed = 3,
}

/// <summary>Why a subject that the words had made is set aside.</summary>
public enum DismissalReason
{
    /// <summary>The same words, but not the same matter.</summary>
    WordsOnly = 1,

    /// <summary>Several matters at once.</summary>
    SeveralMatters = 2,

    /// <summary>Nothing that a committee could change.</summary>
    NotAMatter = 3,
}

/// <summary>What a person did to a subject.</summary>
public enum SubjectAct
{
    Named = 1,
    TookIn = 2,
    Merged = 3,
    Dismissed = 4,
    PutOnAgenda = 5,

    /// <summary>One of its feedbacks was moved elsewhere.</summary>
    LetGo = 6,

    /// <summary>A feedback was moved here.</summary>
    Joined = 7,
}

/// <summary>One dated act of a person on a subject; the list only grows.</summary>
public sealed class SubjectStep
{
    private SubjectStep() { }

    /// <summary>From 1.</summary>
    public int Position { get; private set; }

    public SubjectAct Act { get; private set; }

    public DateTimeOffset At { get; private set; }

    public Guid By { get; private set; }

    /// <summary>The name given, the other subject, the feedback or the address of the space; nothing for a dismissal.</summary>
    public string? Note { get; private set; }

    internal static SubjectStep Take(
        int position,
        SubjectAct act,
        string? note,
        Guid by,
        DateTimeOffset at
    ) =>
        new()
        {
            Position = position,
            Act = act,
            Note = note,
            By = by,
            At = at,
        };
}
