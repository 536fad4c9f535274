namespace Deliberation.Domain.Respond.Feedback.Meaning;

/// <summary>
/// Says where a feedback belongs: to the subject whose words are nearest, to another feedback that stands alone, or
/// nowhere yet. The same texts in the same order always give the same groups.
/// </summary>
public sealed class Grouping(Vocabulary vocabulary)
{
    /// <summary>How near the words of a subject must be to join it.</summary>
    public const double NearASubject = 0.2;

    /// <summary>How near two feedbacks must be to make a subject.</summary>
    public const double NearAnother = 0.16;

    private const int FewestShared = 2;

    /// <summary>The nearest subject, at equal nearness the oldest; nothing when none is near enough.</summary>
    public SubjectProfile? Nearest(IReadOnlyList<SaidWord> words, IEnumerable<SubjectProfile> subjects)
    {
        var weighed = Likeness.Weighed(words, vocabulary);
        return subjects
            .Select(subject => (Subject: subject, Near: Near(weighed, subject)))
            .Where(found => found.Near >= NearASubject)
            .OrderByDescending(found => found.Near)
            .ThenBy(found => found.Subject.Id)
            .Select(found => found.Subject)
            .FirstOrDefault();
    }

    /// <summary>The nearest of those that stand alone, at equal nearness the oldest.</summary>
    public Reading? Companion(Reading reading, IEnumerable<Reading> waiting)
    {
        var weighed = Likeness.Weighed(reading.Words, vocabulary);
        return waiting
            .Where(other => other.Id != reading.Id && other.Waits)
            .Select(other => (Other: other, Near: Between(weighed, other)))
            .Where(found => found.Near >= NearAnother)
            .OrderByDescending(found => found.Near)
            .ThenBy(found => found.Other.Id)
            .Select(found => found.Other)
            .FirstOrDefault();
    }

    private double Near(IReadOnlyDictionary<string, double> weighed, SubjectProfile subject)
    {
        var core = subject
            .Core(vocabulary)
            .ToDictionary(word => word.Stem, word => word.Weight, StringComparer.Ordinal);
        return Shared(weighed, core) < Math.Min(FewestShared, core.Count)
            ? 0
            : Likeness.Between(weighed, core);
    }

    private double Between(IReadOnlyDictionary<string, double> weighed, Reading other)
    {
        var others = Likeness.Weighed(other.Words, vocabulary);
        return Shared(weighed, others) < FewestShared ? 0 : Likeness.Between(weighed, others);
    }

    private static int Shared(
        IReadOnlyDictionary<string, double> one,
        IReadOnlyDictionary<string, double> other
    ) => one.Keys.Count(other.ContainsKey);
}
