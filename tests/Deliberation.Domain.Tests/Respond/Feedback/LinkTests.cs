using Deliberation.Domain.Respond.Feedback;

namespace Deliberation.Domain.Tests.Respond.Feedback;

public sealed class LinkTests
{
    private const string Reference = "AC-2021-01-P12";

    [Fact]
    public void Only_a_published_feedback_is_linked() =>
        RuleAssert.Breaks(
            FeedbackRules.OnlyAPublishedFeedbackIsLinked,
            () => Given.Received().Link(Reference, Given.Moderator, Given.Now)
        );

    [Theory]
    [InlineData("12")]
    [InlineData("AC-2021-01")]
    [InlineData("AC-2021-01-P12<b>")]
    public void A_reference_names_a_proposition(string reference) =>
        RuleAssert.Breaks(
            FeedbackRules.AReferenceNamesAProposition,
            () => Given.Published().Link(reference, Given.Moderator, Given.Now)
        );

    [Fact]
    public void A_feedback_is_linked_once()
    {
        var feedback = Given.Published();
        feedback.Link(Reference, Given.Moderator, Given.Now);

        RuleAssert.Breaks(
            FeedbackRules.AFeedbackIsLinkedOnce,
            () => feedback.Link(Reference, Given.Moderator, Given.Now)
        );
    }

    [Fact]
    public void Only_a_link_is_undone() =>
        RuleAssert.Breaks(
            FeedbackRules.OnlyALinkIsUndone,
            () => Given.Published().Unlink(Reference, Given.Moderator, Given.Now)
        );

    [Fact]
    public void A_link_and_its_undoing_are_public_acts_that_stay()
    {
        var feedback = Given.Published();
        feedback.Link(Reference, Given.Moderator, Given.Now);
        feedback.Unlink(Reference, Given.Agent, Given.Now);
        feedback.Link(Reference, Given.Agent, Given.Now);

        Assert.Equal(3, feedback.TakeEvents().OfType<IPublicAct>().Count());
        Assert.Equal([false, true], feedback.Links.Select(link => link.Holds));
        Assert.Equal(Given.Agent, feedback.Links[0].UnlinkedBy);
    }
}
