using Deliberation.Domain.Respond.Tracking;

namespace Deliberation.Domain.Respond.Verdicts;

/// <summary>What a member says of an answer.</summary>
/// <param name="Judgement">Their judgement.</param>
/// <param name="Reason">Why, 10 to 1,000 characters; not asked of those without an opinion, and then not kept.</param>
/// <param name="Fidelity">How close they find the answer to what was voted; null when they do not say.</param>
public sealed record VerdictContent(Judgement Judgement, string? Reason, Fidelity? Fidelity)
{
    internal bool IsOffered =>
        Enum.IsDefined(Judgement) && (Fidelity is not { } fidelity || Enum.IsDefined(fidelity));

    internal bool SaysWhy => Judgement == Judgement.NoOpinion || AnswerText.Is(Reason, 10, 1_000);

    internal VerdictContent Tidied() =>
        Judgement == Judgement.NoOpinion
            ? this with
            {
                Reason = null,
                Fidelity = null,
            }
            : this with
            {
                Reason = AnswerText.Tidy(Reason),
            };
}
