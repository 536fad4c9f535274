using Deliberation.Domain.Respond.Instruction;
using Deliberation.Domain.Respond.Tracking;

namespace Deliberation.Domain.Respond.Feedback;

public sealed partial class Feedback
{
    /// <summary>Entrusts it to the body that can answer, or to another one.</summary>
    /// <exception cref="RuleBroken">It is not public.</exception>
    public void PassOn(Guid bodyId, Guid by, DateTimeOffset now)
    {
        Require(Stage.IsPublic(), FeedbackRules.OnlyAPublishedFeedbackIsPassedOn);
        if (BodyId == bodyId)
        {
            return;
        }

        Require(ReplyToRead is null, FeedbackRules.OneReplyAtATime);
        BodyId = bodyId;
        Enter(FeedbackStage.PassedOn, now, by, bodyId: bodyId);
        Tell(now, new FeedbackPassedOn(Number, bodyId, now));
    }

    /// <summary>The body it was entrusted to says which other one can answer, and why; anyone may read it.</summary>
    /// <exception cref="RuleBroken">Answered already, a reply waits, the same body, or no reason.</exception>
    public void SendOn(Guid bodyId, string because, Guid by, DateTimeOffset now)
    {
        Require(
            Stage == FeedbackStage.PassedOn && bodyId != BodyId,
            FeedbackRules.ABodySendsOnWhatItHasNotAnswered
        );
        Require(ReplyToRead is null, FeedbackRules.OneReplyAtATime);
        var words = MaskedText.Of(because);
        Require(
            words.Value.Length is >= ShortestBecause and <= LongestBecause,
            FeedbackRules.SendingOnSaysWhy
        );

        BodyId = bodyId;
        Enter(FeedbackStage.PassedOn, now, by, bodyId: bodyId, because: words.Settled());
        Tell(now, new FeedbackPassedOn(Number, bodyId, now));
    }

    /// <summary>Answers in the name of a body; a claim of change waits for a second reader.</summary>
    /// <exception cref="RuleBroken">Not passed on to this body, unsigned, empty, without its date or evidence.</exception>
    public Reply Answer(ReplyWords words, Body body, Guid by, DateTimeOffset now)
    {
        var tidied = words.Tidied();
        Require(Stage.IsPublic() && body.Id == BodyId, FeedbackRules.ABodyAnswersWhatWasPassedOnToIt);
        Require(ReplyToRead is null, FeedbackRules.OneReplyAtATime);
        Require(Enum.IsDefined(tidied.Outcome) && tidied.SaysSomething, FeedbackRules.AReplySaysSomething);
        Require(tidied.IsFilledIn, InstructionRules.ABlankIsFilledIn);
        Require(tidied.IsSigned, FeedbackRules.AReplyIsSigned);
        Require(tidied.HasItsDate && IsAhead(tidied.PlannedFor, now), FeedbackRules.APlannedChangeHasADate);
        Require(tidied.HasItsEvidence, FeedbackRules.AMadeChangeHasEvidence);

        var reply = Reply.Write(replies.Count + 1, tidied, body.Id, by, now);
        replies.Add(reply);
        if (reply.ClaimsAChange)
        {
            Tell(now, new ReplyWritten(Number, body.Id, now));
        }
        else
        {
            PublishReply(reply, body, by, now);
        }

        return reply;
    }

    /// <summary>A second person read the claim, and it becomes public.</summary>
    /// <exception cref="RuleBroken">Nothing waits, or the reader wrote it.</exception>
    public void Confirm(Body body, Guid by, DateTimeOffset now)
    {
        Require(
            Stage.IsPublic() && ReplyToRead is { } waiting && waiting.WrittenBy != by,
            FeedbackRules.ASecondPersonReadsAClaim
        );

        var reply = replies.Single(reply => reply.IsAwaitingASecondReader);
        PublishReply(reply, body, by, now);
    }

    /// <summary>A second person read the claim and asks for another reply; nothing becomes public.</summary>
    /// <exception cref="RuleBroken">Nothing waits, the reader wrote it, or no reason is given.</exception>
    public void SendBack(string because, Guid by, DateTimeOffset now)
    {
        var reason = because.ReplaceLineEndings("\n").Trim();
        Require(
            ReplyToRead is { } waiting && waiting.WrittenBy != by,
            FeedbackRules.ASecondPersonReadsAClaim
        );
        Require(reason.Length is >= 5 and <= 1_000, FeedbackRules.SendingBackSaysWhy);

        var reply = replies.Single(reply => reply.IsAwaitingASecondReader);
        reply.SendBack(reason, by);
        Tell(now, new ReplySentBack(Number, reply.BodyId, now));
    }

    private void PublishReply(Reply reply, Body body, Guid by, DateTimeOffset now)
    {
        reply.Publish(now, reply.ClaimsAChange ? by : null);
        Enter(reply.Stage, now, by, bodyId: reply.BodyId);
        Tell(
            now,
            new FeedbackAnswered(
                Number,
                body.Key,
                reply.Outcome,
                reply.PlannedFor,
                ReplyWords.Fingerprint(reply.Text),
                now
            )
        );
    }

    private static bool IsAhead(DateOnly? day, DateTimeOffset now)
    {
        var today = WorkingDays.DateInParis(now);
        return day is null || (day > today && day <= today.AddYears(10));
    }
}
