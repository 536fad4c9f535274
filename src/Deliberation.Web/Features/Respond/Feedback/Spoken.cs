using Deliberation.Domain.Respond.Feedback;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>A feedback in the words it was typed in: it lives as long as the request, and is never kept.</summary>
internal sealed record Spoken(Mark Mark, Part Part)
{
    public string? Easy { get; init; }

    public string? Hard { get; init; }

    public string? Text { get; init; }

    public string? Suggestion { get; init; }

    public Contact? Contact { get; init; }

    public AgeBand? AgeBand { get; init; }

    public string? Departement { get; init; }

    /// <summary>Words that look like somebody’s, and that the author says are nobody’s.</summary>
    public IReadOnlyList<string> Harmless { get; init; } = [];

    /// <summary>What is kept of it.</summary>
    /// <exception cref="Deliberation.Domain.RuleBroken">A text is too long or broken, or there is no such département.</exception>
    public Answers Masked()
    {
        var harmless = HarmlessWords.Among(Harmless, [Easy, Hard, Text, Suggestion]);
        return new()
        {
            Mark = Mark,
            Part = Part,
            Easy = MaskedText.Of(Easy, harmless),
            Hard = MaskedText.Of(Hard, harmless),
            Text = MaskedText.Of(Text, harmless),
            Suggestion = MaskedText.Of(Suggestion, harmless),
            Contact = Contact,
            AgeBand = AgeBand,
            Departement = Domain.Respond.Feedback.Departement.Read(Departement),
            Harmless = harmless,
        };
    }
}

/// <summary>What the author takes away: the public number, and the private code, shown once.</summary>
internal sealed record Receipt(string Number, string Code)
{
    /// <summary>False when it had come before.</summary>
    public bool IsNew { get; init; }

    /// <summary>The words kept tell of a danger: the author is told the emergency numbers again, whatever the door.</summary>
    public bool IsUrgent { get; init; }
}
