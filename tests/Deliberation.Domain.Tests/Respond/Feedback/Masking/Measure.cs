using System.Globalization;
using Deliberation.Domain.Respond.Feedback.Masking;

namespace Deliberation.Domain.Tests.Respond.Feedback.Masking;

/// <summary>How well the detector does on labelled sentences, for one kind or for all.</summary>
internal sealed record Measure(string Name)
{
    public int Labelled { get; private set; }

    public int Found { get; private set; }

    /// <summary>Found with the same kind, start and end.</summary>
    public int Exact { get; private set; }

    /// <summary>Labelled stretches that a finding of the same kind touches.</summary>
    public int Touched { get; private set; }

    /// <summary>Findings that touch a labelled stretch of the same kind.</summary>
    public int Right { get; private set; }

    /// <summary>Labelled stretches of which no sign is left, whatever the kind found.</summary>
    public int Gone { get; private set; }

    public double Recall => Share(Touched, Labelled);

    public double Precision => Share(Right, Found);

    public double Hidden => Share(Gone, Labelled);

    public static Measure Of(string name, IReadOnlyList<LabelledSentence> sentences, PersonalDataKind? kind)
    {
        var measure = new Measure(name);
        foreach (var sentence in sentences)
        {
            var found = PersonalData.Find(sentence.Text);
            measure.Count(sentence.Spans, found, span => kind is null || span.Kind == kind);
        }
        return measure;
    }

    public string Row() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"| {Name} | {Labelled} | {Found} | {Percent(Exact, Labelled)} | {Percent(Exact, Found)} | {Percent(Touched, Labelled)} | {Percent(Right, Found)} | {Percent(Gone, Labelled)} |"
        );

    private void Count(
        IReadOnlyList<PersonalDataSpan> labelled,
        IReadOnlyList<PersonalDataSpan> found,
        Func<PersonalDataSpan, bool> counts
    )
    {
        Labelled += labelled.Count(counts);
        Found += found.Count(counts);
        Exact += labelled.Where(counts).Count(label => found.Any(span => IsSame(label, span)));
        Touched += labelled.Where(counts).Count(label => found.Any(span => Touches(label, span)));
        Right += found.Where(counts).Count(span => labelled.Any(label => Touches(label, span)));
        Gone += labelled
            .Where(counts)
            .Count(label =>
                Enumerable
                    .Range(label.Start, label.Length)
                    .All(place => found.Any(span => span.Start <= place && place < span.End))
            );
    }

    private static bool IsSame(PersonalDataSpan one, PersonalDataSpan other) =>
        (one.Start, one.Length, one.Kind) == (other.Start, other.Length, other.Kind);

    public static bool Touches(PersonalDataSpan one, PersonalDataSpan other) =>
        one.Kind == other.Kind && one.Start < other.End && other.Start < one.End;

    private static double Share(int part, int whole) => whole == 0 ? 1 : (double)part / whole;

    private static string Percent(int part, int whole) =>
        whole == 0
            ? "–"
            : string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(part * 1000.0 / whole) / 10:0.0} %");
}
