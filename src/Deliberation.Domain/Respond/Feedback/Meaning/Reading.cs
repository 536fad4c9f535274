namespace Deliberation.Domain.Respond.Feedback.Meaning;

/// <summary>What the words of one public feedback say: its subject and its theme. Gone when the feedback is.</summary>
public sealed class Reading : Aggregate
{
    private Reading() { }

    /// <summary>The identity of the feedback.</summary>
    public Guid Id { get; private set; }

    /// <summary>The number of the feedback.</summary>
    public string Number { get; private set; } = "";

    public DateTimeOffset ReceivedAt { get; private set; }

    /// <summary>Its words, those that may say its subject.</summary>
    public IReadOnlyList<SaidWord> Words { get; private set; } = [];

    /// <summary>The subject it belongs to; null while nothing resembles it.</summary>
    public Guid? SubjectId { get; private set; }

    /// <summary>Whether a person said where it belongs: then its words no longer decide.</summary>
    public bool IsPlacedByHand { get; private set; }

    /// <summary>The theme that its words suggest; null when they suggest none.</summary>
    public string? SuggestedTheme { get; private set; }

    /// <summary>The theme that a person confirmed or chose.</summary>
    public string? Theme { get; private set; }

    public Guid? FiledBy { get; private set; }

    public DateTimeOffset? FiledAt { get; private set; }

    /// <summary>Whether it stands alone and may still join another.</summary>
    public bool Waits => SubjectId is null && !IsPlacedByHand;

    public static Reading Of(
        Guid id,
        string number,
        DateTimeOffset receivedAt,
        IReadOnlyList<SaidWord> words
    ) =>
        new()
        {
            Id = id,
            Number = number,
            ReceivedAt = receivedAt,
            Words = words,
        };

    /// <summary>Its words changed: some were hidden.</summary>
    public void Reread(IReadOnlyList<SaidWord> words) => Words = words;

    public void SuggestTheme(string? theme) => SuggestedTheme = theme;

    /// <summary>Its words are those of this subject.</summary>
    public void Join(Guid subjectId) => SubjectId = subjectId;

    /// <summary>A person says under which theme it stands.</summary>
    public void File(string? theme, Guid by, DateTimeOffset now)
    {
        (Theme, FiledBy, FiledAt) = (theme, by, now);
        Record(new FeedbackFiled(Number, theme, now));
    }

    /// <summary>A person puts it into a subject, or takes it out of one.</summary>
    /// <exception cref="RuleBroken">The subject it would join is closed.</exception>
    public void Move(Subject? from, Subject? to, Guid by, DateTimeOffset now)
    {
        Require(to is null or { IsOpen: true }, MeaningRules.OnlyAnOpenSubjectChanges);

        IsPlacedByHand = true;
        if (to?.Id == SubjectId)
        {
            return;
        }

        SubjectId = to?.Id;
        from?.Note(SubjectAct.LetGo, Number, by, now);
        to?.Note(SubjectAct.Joined, Number, by, now);
        Record(new FeedbackRegrouped(Number, from?.Number, to?.Number, now));
    }
}
