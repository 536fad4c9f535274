using Deliberation.Domain.Respond.Tracking;

namespace Deliberation.Domain.Respond.Feedback.Triage;

/// <summary>
/// How serious a feedback is, read from its masked words by the rule of <c>docs/gravite.md</c>: danger is urgent; a
/// reproach to somebody named, a low mark with a professional named, a child’s health are serious; all else is ordinary.
/// It errs by excess, and a moderator corrects it.
/// </summary>
/// <param name="Signs">What made it so; none when it is ordinary.</param>
public sealed record SeverityReading(Severity Severity, IReadOnlyList<SeveritySign> Signs)
{
    /// <summary>Grows each time the words it looks for change: what an older one read is read again.</summary>
    public const int Version = 1;

    public static SeverityReading Of(Answers answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return Of(SearchableText.Of(string.Join('\n', answers.Texts)), answers.Mark);
    }

    /// <param name="folded">The words without accents or capitals, their mentions of what was masked among them.</param>
    /// <param name="mark">The general mark given.</param>
    internal static SeverityReading Of(string folded, Mark mark)
    {
        var (all, isChildHealth) = Read(new SpokenWords(folded));
        List<SeveritySign> signs = [];
        Add(signs, SeveritySign.Danger, all.HasFlag(Said.Danger));
        Add(signs, SeveritySign.Accusation, all.HasFlag(Said.Reproach | Said.Name));
        Add(
            signs,
            SeveritySign.NamedProfessional,
            all.HasFlag(Said.Professional) && mark is (Mark.VeryBad or Mark.Bad)
        );
        Add(signs, SeveritySign.ChildHealth, isChildHealth);
        return new SeverityReading(Of(signs), signs);
    }

    private static Severity Of(List<SeveritySign> signs) =>
        signs.Contains(SeveritySign.Danger) ? Severity.Urgent
        : signs.Count > 0 ? Severity.Serious
        : Severity.Ordinary;

    private static (Said All, bool IsChildHealth) Read(SpokenWords words)
    {
        var (all, sentence, isChildHealth) = (Said.Nothing, Said.Nothing, false);
        for (var index = 0; index < words.Count; index++)
        {
            if (words.IsEndOfSentence(index))
            {
                sentence = Said.Nothing;
                continue;
            }

            sentence |= SeverityWords.SaidAt(words, index);
            all |= sentence;
            isChildHealth |= sentence.HasFlag(Said.Child | Said.Health);
        }

        return (all, isChildHealth);
    }

    private static void Add(List<SeveritySign> signs, SeveritySign sign, bool isSaid)
    {
        if (isSaid)
        {
            signs.Add(sign);
        }
    }
}
