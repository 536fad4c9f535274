namespace Deliberation.Domain.Respond.Feedback.Meaning;

/// <summary>
/// The words of a subject while feedbacks are being placed: how many say each, and in which form.
/// </summary>
public sealed class SubjectProfile(Guid id)
{
    /// <summary>The words that make a subject, at most.</summary>
    public const int MostWords = 12;

    private const int FewestSaying = 2;
    private const double SmallestShare = 0.15;

    private readonly Dictionary<string, Dictionary<string, int>> said = new(StringComparer.Ordinal);

    public Guid Id { get; } = id;

    /// <summary>How many feedbacks were counted.</summary>
    public int Counted { get; private set; }

    /// <summary>Takes up what is known of a subject.</summary>
    public static SubjectProfile Of(Guid id, int counted, IEnumerable<SubjectWord> words)
    {
        var profile = new SubjectProfile(id) { Counted = counted };
        foreach (var word in words)
        {
            profile.said[word.Stem] = new(StringComparer.Ordinal) { [word.Surface] = word.Saying };
        }

        return profile;
    }

    public void Add(IEnumerable<SaidWord> words)
    {
        Counted++;
        foreach (var word in words)
        {
            if (!said.TryGetValue(word.Stem, out var forms))
            {
                said[word.Stem] = forms = new(StringComparer.Ordinal);
            }

            forms[word.Surface] = forms.GetValueOrDefault(word.Surface) + 1;
        }
    }

    /// <summary>The words that make it: said by two at least and by a fair share, the weightiest first.</summary>
    public IReadOnlyList<SubjectWord> Core(Vocabulary vocabulary) =>
        [
            .. said.Select(family => Word(family.Key, family.Value, vocabulary))
                .Where(word => word.Saying >= FewestSaying && word.Saying >= Counted * SmallestShare)
                .OrderByDescending(word => word.Weight)
                .ThenBy(word => word.Stem, StringComparer.Ordinal)
                .Take(MostWords),
        ];

    private SubjectWord Word(string stem, Dictionary<string, int> forms, Vocabulary vocabulary)
    {
        var saying = forms.Values.Sum();
        var surface = forms
            .OrderByDescending(form => form.Value)
            .ThenBy(form => form.Key, StringComparer.Ordinal)
            .First()
            .Key;
        return new SubjectWord(
            stem,
            surface,
            saying,
            vocabulary.Weight(stem) * saying / Math.Max(1, Counted)
        );
    }
}
