using Deliberation.Domain.Respond.Tracking;

namespace Deliberation.Domain.Respond.Instruction;

public sealed partial class PreparedAnswer
{
    /// <summary>Writes an answer that someone else will read; every rule of an answer holds already.</summary>
    /// <exception cref="RuleBroken">The answer itself would be refused.</exception>
    public static PreparedAnswer Prepare(Guid id, Guid by, AnswerInPlace written, DateTimeOffset now)
    {
        var prepared = new PreparedAnswer
        {
            Id = id,
            TreatmentId = written.Treatment.Id,
            UnderWay = written.Treatment.Id,
            BodyId = written.Speaker.Id,
            Key = written.Answer.Key,
            Content = written.Checked(now),
        };
        prepared.Move(new(AnswerStage.Prepared, by, now), new AnswerPrepared(id, written.Speaker.Id, now));
        return prepared;
    }

    /// <summary>Writes it again after it was sent back; the same words sent twice are written once.</summary>
    /// <exception cref="RuleBroken">It was not sent back, or the answer itself would be refused.</exception>
    public void WriteAgain(Guid by, AnswerInPlace written, DateTimeOffset now)
    {
        if (IsWritten(written))
        {
            return;
        }

        Require(Stage == AnswerStage.SentBack, InstructionRules.APropositionHasOneAnswerUnderWay);
        Require(written.Speaker.Id == BodyId, InstructionRules.ABodyHandlesItsOwnAnswers);
        Content = written.Checked(now) with { Key = Key };
        EffectiveOn = null;
        EffectiveAt = null;
        Move(new(AnswerStage.Prepared, by, now), new AnswerPrepared(Id, BodyId, now));
    }

    private bool IsWritten(AnswerInPlace written) =>
        Stage != AnswerStage.SentBack && written.Answer.Tidied() == Content;
}

/// <summary>An answer, and all that decides whether it may be given.</summary>
/// <param name="Answer">What it says.</param>
/// <param name="Treatment">The proposition's treatment, with its earlier answers.</param>
/// <param name="Speaker">The body that speaks.</param>
/// <param name="Scheme">The scale of the opinion.</param>
public sealed record AnswerInPlace(
    TreatmentAnswer Answer,
    Treatment Treatment,
    Body Speaker,
    StatusScheme Scheme
)
{
    internal TreatmentAnswer Checked(DateTimeOffset now) => Treatment.Check(Answer, Speaker, Scheme, now);
}
