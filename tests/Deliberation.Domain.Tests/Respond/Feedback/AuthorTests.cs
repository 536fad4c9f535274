using Deliberation.Domain.Respond.Feedback;

namespace Deliberation.Domain.Tests.Respond.Feedback;

public sealed class AuthorTests
{
    [Fact]
    public void Withdrawing_leaves_a_tombstone()
    {
        var feedback = Given.Published();
        feedback.TakeEvents();

        feedback.Withdraw(Given.Now);
        feedback.Withdraw(Given.Now);

        Assert.False(feedback.Answers.SaySomething);
        Assert.Empty(feedback.Keywords);
        Assert.Equal("RU-2026-000001", feedback.Number);
        Assert.IsType<FeedbackWithdrawn>(Assert.Single(feedback.TakeEvents()));
    }

    [Fact]
    public void Withdrawing_what_was_never_public_is_no_public_act()
    {
        var feedback = Given.Received();

        feedback.Withdraw(Given.Now);

        Assert.Empty(feedback.TakeEvents().OfType<IPublicAct>());
    }

    [Fact]
    public void A_withdrawn_feedback_stays_withdrawn()
    {
        var feedback = Given.Published();
        feedback.Withdraw(Given.Now);

        RuleAssert.Breaks(
            FeedbackRules.AWithdrawnFeedbackStaysWithdrawn,
            () => feedback.Publish(Given.Moderator, Given.Now)
        );
        RuleAssert.Breaks(
            FeedbackRules.OnlyAPublishedFeedbackIsLinked,
            () => feedback.Link("AC-2021-01-P12", Given.Moderator, Given.Now)
        );
    }

    [Fact]
    public void Only_an_answered_feedback_is_closed_and_once()
    {
        RuleAssert.Breaks(
            FeedbackRules.OnlyAnAnsweredFeedbackIsClosed,
            () => Given.PassedOn().Close(ClosingMark.Useful, Given.Now)
        );
        var closed = Given.Answered();
        closed.Close(ClosingMark.Partly, Given.Now);
        RuleAssert.Breaks(
            FeedbackRules.OnlyAnAnsweredFeedbackIsClosed,
            () => closed.Close(ClosingMark.Useful, Given.Now)
        );
    }
}
