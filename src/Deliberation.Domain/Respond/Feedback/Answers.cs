namespace Deliberation.Domain.Respond.Feedback;

/// <summary>What someone says of the health space. Every text is masked; nothing says who they are.</summary>
public sealed record Answers
{
    public Mark Mark { get; init; }

    public Part Part { get; init; }

    public MaskedText Easy { get; init; } = MaskedText.Empty;

    public MaskedText Hard { get; init; } = MaskedText.Empty;

    public MaskedText Text { get; init; } = MaskedText.Empty;

    public MaskedText Suggestion { get; init; } = MaskedText.Empty;

    public Contact? Contact { get; init; }

    public AgeBand? AgeBand { get; init; }

    /// <summary>The number of the author’s département, as on a letter: <c>35</c>, <c>2A</c>, <c>974</c>.</summary>
    public string? Departement { get; init; }

    /// <summary>What the author said is nobody’s, against the detector’s doubt.</summary>
    public HarmlessWords Harmless { get; init; } = HarmlessWords.None;

    public IReadOnlyList<MaskedText> Texts => [Easy, Hard, Text, Suggestion];

    public bool SaySomething => Texts.Any(text => !text.IsEmpty);

    internal Answers Each(Func<MaskedText, MaskedText> change) =>
        this with
        {
            Easy = change(Easy),
            Hard = change(Hard),
            Text = change(Text),
            Suggestion = change(Suggestion),
        };
}
