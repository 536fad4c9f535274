using Deliberation.Domain.Respond.Tracking;

namespace Deliberation.Web.Features.Respond.Tracking;

/// <summary>The words of an answer, published or being previewed: the same view shows both.</summary>
internal sealed record AnswerShown(string Reason, EvidenceLevel Level)
{
    public Decision? Decision { get; private init; }

    public Fidelity? Fidelity { get; private init; }

    public string? EvidenceLink { get; private init; }

    public string? EvidenceCitation { get; private init; }

    public string? CheckedBy { get; private init; }

    public IReadOnlyList<LawReference> Laws { get; private init; } = [];

    public IReadOnlyList<DocumentReference> Documents { get; private init; } = [];

    public string? SuccessMeasure { get; private init; }

    public DateOnly? NextUpdateOn { get; private init; }

    public string? ImportedFrom { get; private init; }

    /// <summary>The day of what is taken from elsewhere.</summary>
    public DateTimeOffset At { get; private init; }

    public DateTimeOffset? BroughtInAt { get; private init; }

    /// <summary>The number of the earlier answer that this one corrects.</summary>
    public int? Corrects { get; private init; }

    /// <summary>What it replies to each minority position.</summary>
    public IReadOnlyList<ReplyShown> Replies { get; private init; } = [];

    /// <summary>The numbers of the later answers that correct this one.</summary>
    public IReadOnlyList<int> CorrectedBy { get; init; } = [];

    /// <summary>The reason is plain text: blank lines separate its paragraphs.</summary>
    public IReadOnlyList<string> Paragraphs => ParagraphsOf(Reason);

    public static AnswerShown Of(TreatmentUpdate update, StatusCategory? category) =>
        new(update.Reason, EvidenceLevels.Behind(category, update.EvidenceLink, update.CheckedBy))
        {
            Decision = update.Decision,
            Fidelity = update.Fidelity,
            EvidenceLink = update.EvidenceLink,
            EvidenceCitation = update.EvidenceCitation,
            CheckedBy = update.CheckedBy,
            Laws = LawReference.Read(update.Laws, out _),
            Documents = DocumentReference.Read(update.Documents, out _),
            SuccessMeasure = update.SuccessMeasure,
            NextUpdateOn = update.NextUpdateOn,
            ImportedFrom = update.ImportedFrom,
            At = update.At,
            BroughtInAt = update.BroughtInAt,
            Corrects = update.Corrects,
            Replies =
            [
                .. (update.Replies?.All ?? []).Select(reply => new ReplyShown(
                    reply.Position,
                    ParagraphsOf(reply.Words)
                )),
            ],
        };

    private static string[] ParagraphsOf(string text) =>
        text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>A reply to one minority position, in paragraphs of plain text.</summary>
internal sealed record ReplyShown(int Position, IReadOnlyList<string> Paragraphs);
