using Deliberation.Domain.Respond.Tracking;

namespace Deliberation.Bench.Tracker;

/// <summary>Draws what a body answers: all statuses, argued refusals, evidence or none, promises, corrections.</summary>
internal sealed class AnswerDrawing(Chance chance, Wording words)
{
    public const string SuspensionReason =
        "Le délai attend la publication d’un décret qui ne dépend pas de l’organisme.";

    private static readonly string[] Early = ["under-review-no-law", "under-review-law", "in-progress-long"];
    private static readonly string[] Middle =
    [
        "in-progress-short",
        "in-progress-long",
        "taken-into-account-v0",
        "under-review-law",
    ];

    private static readonly string[] Late =
    [
        "taken-into-account",
        "taken-into-account",
        "taken-into-account-v0",
        "in-progress-short",
        "declined",
        "abandoned",
    ];

    private static readonly string[] Functions =
    [
        "Bureau des usagers",
        "Sous-direction du numérique",
        "Mission de la participation",
        "Direction de la qualité",
    ];

    public TreatmentAnswer Draw(Treatment treatment, double progress, bool isImported, DateTimeOffset at)
    {
        var status = chance.Of(
            progress < 0.35 ? Early
            : progress < 0.9 ? Middle
            : Late
        );
        var isRefused = status is "declined" or "abandoned";
        var hasEvidence = isRefused || chance.Is(0.5);
        var hasLink = hasEvidence && chance.Is(0.7);
        return new TreatmentAnswer
        {
            Key = chance.Id(at),
            After = isImported ? null : treatment.AnswerCount,
            Status = status,
            Reason = words.Few(2, 7),
            Function = chance.Of(Functions),
            EvidenceLink = hasLink ? $"https://example.org/documents/{chance.Below(1_000_000)}" : null,
            EvidenceCitation =
                hasEvidence && !hasLink ? $"Bilan annuel, page {1 + chance.Below(200)}." : null,
            NextUpdateOn = isRefused || chance.Is(0.45) ? null : Promise(at),
            ImportedFrom = isImported ? "Rapport de suivi de l’organisme d’essai" : null,
            Decision = isRefused ? Refusal() : Decision(),
            Fidelity = chance.Is(0.6) ? (Fidelity)(1 + chance.Below(5)) : null,
            CheckedBy = hasLink && chance.Is(0.1) ? "Cour d’essai des comptes" : null,
            SuccessMeasure = chance.Is(0.4) ? words.Sentence() : null,
            Corrects = treatment.AnswerCount > 0 && chance.Is(0.03) ? treatment.AnswerCount : null,
        };
    }

    private Decision? Decision() =>
        chance.Below(4) switch
        {
            0 => new Decision { Kind = DecisionKind.Accepted },
            1 => new Decision
            {
                Kind = DecisionKind.AcceptedInPart,
                Kept = words.Sentence(),
                NotKept = words.Sentence(),
            },
            _ => null,
        };

    private Decision Refusal() =>
        new()
        {
            Kind = DecisionKind.Declined,
            Ground = (RefusalGround)(1 + chance.Below(6)),
            WouldChange = words.Sentence(),
        };

    private DateOnly Promise(DateTimeOffset at) =>
        DateOnly.FromDateTime(at.UtcDateTime).AddDays(30 + chance.Below(400));
}
