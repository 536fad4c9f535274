using Deliberation.Domain.Respond.Tracking;

namespace Deliberation.Domain.Respond.Instruction;

public sealed partial class PreparedAnswer
{
    /// <summary>May it be published now? Signed, and its moment has come.</summary>
    public bool IsDue(DateTimeOffset now) => Stage == AnswerStage.Signed && EffectiveAt <= now;

    /// <summary>What the public would read; nothing is checked again.</summary>
    public TreatmentUpdate ToRead(Treatment treatment, DateTimeOffset now) =>
        TreatmentUpdate.From(Content, treatment, now);

    /// <summary>Gives the answer to the public, by the same rules as any other; its key answers once.</summary>
    /// <exception cref="RuleBroken">Not signed, not due, or another answer came meanwhile.</exception>
    public void Publish(Treatment treatment, Body speaker, StatusScheme scheme, DateTimeOffset now)
    {
        Require(IsDue(now), InstructionRules.AnAnswerIsReadBeforeItIsSigned);
        Require(speaker.Id == BodyId, InstructionRules.ABodyHandlesItsOwnAnswers);
        treatment.AnswerOnceSigned(Content, speaker, scheme, now);
        steps.Add(PreparedStep.Make(this, new(AnswerStage.Published, null, now)));
        StepCount++;
        Stage = AnswerStage.Published;
        Since = now;
        UnderWay = null;
    }

    /// <summary>What was due could not be published: it goes back to those who write, with the rule as its reason.</summary>
    /// <exception cref="RuleBroken">It was not due.</exception>
    public void Return(Rule broken, DateTimeOffset now)
    {
        Require(IsDue(now), InstructionRules.AnAnswerIsReadBeforeItIsSigned);
        SendBack(new(AnswerStage.SentBack, null, now, broken.Sentence));
    }
}
