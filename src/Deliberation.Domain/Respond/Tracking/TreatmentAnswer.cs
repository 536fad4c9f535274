using Deliberation.Domain.Deliberate.Drafting;

namespace Deliberation.Domain.Respond.Tracking;

/// <summary>What a body answers to a proposition: a status, and always why.</summary>
public sealed record TreatmentAnswer
{
    /// <summary>Names this answer among repeats of the same form: a second click answers once.</summary>
    public required Guid Key { get; init; }

    /// <summary>How many answers the agent had read when writing; null for what is imported in order.</summary>
    public int? After { get; init; }

    /// <summary>A code of the opinion's scale.</summary>
    public required string Status { get; init; }

    /// <summary>Why, in plain words; 20 to 5,000 characters.</summary>
    public required string Reason { get; init; }

    /// <summary>The function of the person who signs, never their name; 2 to 200 characters.</summary>
    public required string Function { get; init; }

    /// <summary>An https address where anyone can check; at most 500 characters.</summary>
    public string? EvidenceLink { get; init; }

    /// <summary>A document one can ask for or look up; at most 500 characters.</summary>
    public string? EvidenceCitation { get; init; }

    /// <summary>The day the body promises to say more.</summary>
    public DateOnly? NextUpdateOn { get; init; }

    /// <summary>The public document this answer was taken from, when it was first given elsewhere.</summary>
    public string? ImportedFrom { get; init; }

    internal bool HasReason => IsText(Reason, 20, 5_000);

    internal bool IsSigned => IsText(Function, 2, 200);

    internal bool HasSafeEvidence =>
        (EvidenceLink is null || IsSafeLink(EvidenceLink))
        && (EvidenceCitation is null || IsText(EvidenceCitation, 2, 500))
        && (ImportedFrom is null || IsText(ImportedFrom, 2, 500));

    /// <summary>The same answer without stray spaces, with one kind of line end and no empty field.</summary>
    internal TreatmentAnswer Tidied() =>
        this with
        {
            Reason = Tidy(Reason) ?? "",
            Function = Tidy(Function) ?? "",
            EvidenceLink = Tidy(EvidenceLink),
            EvidenceCitation = Tidy(EvidenceCitation),
            ImportedFrom = Tidy(ImportedFrom),
        };

    private static string? Tidy(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : text.ReplaceLineEndings("\n").Trim();

    private static bool IsText(string text, int shortest, int longest) =>
        text.Length >= shortest && text.Length <= longest && WellFormedText.Is(text);

    private static bool IsSafeLink(string link) =>
        IsText(link, 10, 500)
        && link.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        && Uri.TryCreate(link, UriKind.Absolute, out var address)
        && address is { Scheme: "https", UserInfo: "", Host.Length: > 0 };
}
