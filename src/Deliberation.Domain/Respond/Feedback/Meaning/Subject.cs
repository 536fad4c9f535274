namespace Deliberation.Domain.Respond.Feedback.Meaning;

/// <summary>What several feedbacks have in common: found by their words, named by people.</summary>
public sealed partial class Subject : Aggregate
{
    private readonly List<SubjectWord> words = [];
    private readonly List<SubjectStep> steps = [];

    private Subject() { }

    public Guid Id { get; private set; }

    /// <summary>Its public name, never used again: <c>SU-0001</c>.</summary>
    public string Number { get; private set; } = "";

    /// <summary>What people called it; null until someone did.</summary>
    public string? Name { get; private set; }

    /// <summary>The key of its theme: the one its feedbacks have most, unless a person chose.</summary>
    public string? Theme { get; private set; }

    /// <summary>Whether a person chose the theme.</summary>
    public bool IsThemeChosen { get; private set; }

    public SubjectState State { get; private set; }

    /// <summary>The subject that took it in; null unless it was merged.</summary>
    public Guid? MergedIntoId { get; private set; }

    public DismissalReason? Dismissal { get; private set; }

    public DateTimeOffset OpenedAt { get; private set; }

    /// <summary>When its latest feedback was received.</summary>
    public DateTimeOffset GrewAt { get; private set; }

    /// <summary>How many public feedbacks it holds.</summary>
    public int Feedbacks { get; private set; }

    /// <summary>The words that make it, the weightiest first.</summary>
    public IReadOnlyList<SubjectWord> Words =>
        [.. words.OrderByDescending(word => word.Weight).ThenBy(word => word.Stem, StringComparer.Ordinal)];

    public IReadOnlyList<SubjectStep> Steps => [.. steps.OrderBy(step => step.Position)];

    public bool IsOpen => State == SubjectState.Open;

    public static Subject Open(Guid id, int order, DateTimeOffset now) =>
        new()
        {
            Id = id,
            Number = NumberOf(order),
            State = SubjectState.Open,
            OpenedAt = now,
            GrewAt = now,
        };

    public static string NumberOf(int order) => $"SU-{order:0000}";

    /// <summary>Says what its feedbacks came to; nobody decided it, so nothing is told.</summary>
    public void Count(
        int feedbacks,
        DateTimeOffset? latest,
        IReadOnlyList<SubjectWord> makingIt,
        string? commonTheme
    )
    {
        Feedbacks = feedbacks;
        GrewAt = latest ?? GrewAt;
        Theme = IsThemeChosen ? Theme : commonTheme;
        words.Clear();
        words.AddRange(makingIt);
    }

    /// <summary>Says in plain words what it is about, and under which theme.</summary>
    /// <exception cref="RuleBroken">Merged or dismissed, or no name.</exception>
    public void Call(string name, string? theme, Guid by, DateTimeOffset now)
    {
        var called = name.Trim();
        Require(IsOpen, MeaningRules.OnlyAnOpenSubjectChanges);
        Require(
            called.Length is >= 3 and <= 120 && !called.Any(char.IsControl),
            MeaningRules.ASubjectHasAName
        );

        (IsThemeChosen, Theme) = theme is null ? (false, Theme) : (true, theme);
        if (called == Name)
        {
            return;
        }

        Name = called;
        Take(SubjectAct.Named, called, by, now);
        Record(new SubjectNamed(Number, called, now));
    }

    /// <summary>Its feedbacks belong to another subject. Whoever asks moves them.</summary>
    /// <exception cref="RuleBroken">One of the two is closed, or they are the same.</exception>
    public void MergeInto(Subject other, Guid by, DateTimeOffset now)
    {
        Require(other.Id != Id, MeaningRules.TwoSubjectsAreMerged);
        Require(IsOpen && other.IsOpen, MeaningRules.OnlyAnOpenSubjectChanges);
        Require(ReachedAt is null && OnAgendaAt is null, MeaningRules.AReachedSubjectStays);

        (State, MergedIntoId) = (SubjectState.Merged, other.Id);
        Count(0, null, [], Theme);
        Take(SubjectAct.Merged, other.Number, by, now);
        other.Take(SubjectAct.TookIn, Number, by, now);
        Record(new SubjectMerged(Number, other.Number, now));
    }

    /// <summary>The words alone made it. What resembles it still comes here, so that it is not found again.</summary>
    /// <exception cref="RuleBroken">Merged or dismissed already, or an unknown reason.</exception>
    public void Dismiss(DismissalReason reason, Guid by, DateTimeOffset now)
    {
        Require(IsOpen, MeaningRules.OnlyAnOpenSubjectChanges);
        Require(ReachedAt is null && OnAgendaAt is null, MeaningRules.AReachedSubjectStays);
        Require(Enum.IsDefined(reason), MeaningRules.DismissingSaysWhy);

        (State, Dismissal) = (SubjectState.Dismissed, reason);
        Take(SubjectAct.Dismissed, null, by, now);
        Record(new SubjectDismissed(Number, reason, now));
    }

    /// <summary>A person moved a feedback, which tells the register: here it is only remembered by whom.</summary>
    internal void Note(SubjectAct moved, string feedback, Guid by, DateTimeOffset now) =>
        Take(moved, feedback, by, now);

    private void Take(SubjectAct act, string? note, Guid by, DateTimeOffset now) =>
        steps.Add(SubjectStep.Take(steps.Count + 1, act, note, by, now));
}
