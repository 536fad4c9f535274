using Deliberation.Domain.Respond.Instruction;

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

    /// <summary>What is decided; null while a decision is awaited.</summary>
    public Decision? Decision { get; init; }

    /// <summary>How close the body thinks it stays to what was voted.</summary>
    public Fidelity? Fidelity { get; init; }

    /// <summary>The third party that checked what is done, its findings behind the link; 2 to 200 characters.</summary>
    public string? CheckedBy { get; init; }

    /// <summary>Laws and decrees, by NOR or ELI, separated by spaces; at most 1,000 characters.</summary>
    public string? Laws { get; init; }

    /// <summary>Public documents, one on each line: a title, then an https address; at most 4,000 characters.</summary>
    public string? Documents { get; init; }

    /// <summary>How anyone will know that it is done; 10 to 1,000 characters.</summary>
    public string? SuccessMeasure { get; init; }

    /// <summary>The number of the earlier answer that this one corrects.</summary>
    public int? Corrects { get; init; }

    /// <summary>What it replies to minority positions; null when it replies to none.</summary>
    public PositionReplies? Replies { get; init; }

    internal bool HasReason => AnswerText.Is(Reason, 20, 5_000);

    /// <summary>No blank of a template is left; what is taken from elsewhere may cut its words with one.</summary>
    internal bool IsFilledIn =>
        ImportedFrom is not null
        || (
            !Reason.Contains(AnswerTemplate.Blank, StringComparison.Ordinal)
            && Replies?.All.Any(reply => reply.Words.Contains(AnswerTemplate.Blank, StringComparison.Ordinal))
                != true
        );

    internal bool IsSigned => AnswerText.Is(Function, 2, 200);

    internal bool HasSafeEvidence =>
        (EvidenceLink is null || AnswerText.IsSafeLink(EvidenceLink))
        && AnswerText.MayBe(EvidenceCitation, 2, 500)
        && AnswerText.MayBe(ImportedFrom, 2, 500);

    internal bool HasEvidence => EvidenceLink is not null || EvidenceCitation is not null;

    internal bool IsCheckedInPublic =>
        CheckedBy is null || (AnswerText.Is(CheckedBy, 2, 200) && EvidenceLink is not null);

    internal bool CitesLawsThatCanBeLookedUp =>
        Laws is null
        || (
            AnswerText.Is(Laws, 12, 1_000)
            && LawReference.Read(Laws, out var refused).Count <= LawReference.Most
            && refused is null
        );

    internal bool NamesItsDocuments =>
        Documents is null
        || (
            AnswerText.Is(Documents, 12, 4_000)
            && DocumentReference.Read(Documents, out var refused).Count <= DocumentReference.Most
            && refused is null
        );

    internal bool HasReadableMeasure => AnswerText.MayBe(SuccessMeasure, 10, 1_000);

    /// <summary>The same answer without stray spaces, with one kind of line end and no empty field.</summary>
    internal TreatmentAnswer Tidied() =>
        this with
        {
            Reason = AnswerText.Tidy(Reason) ?? "",
            Function = AnswerText.Tidy(Function) ?? "",
            EvidenceLink = AnswerText.Tidy(EvidenceLink),
            EvidenceCitation = AnswerText.Tidy(EvidenceCitation),
            ImportedFrom = AnswerText.Tidy(ImportedFrom),
            Decision = Decision?.Tidied(),
            CheckedBy = AnswerText.Tidy(CheckedBy),
            Laws = AnswerText.Tidy(Laws),
            Documents = AnswerText.Tidy(Documents),
            SuccessMeasure = AnswerText.Tidy(SuccessMeasure),
            Replies = Replies is null ? null : PositionReplies.Of(Replies.All),
        };
}
