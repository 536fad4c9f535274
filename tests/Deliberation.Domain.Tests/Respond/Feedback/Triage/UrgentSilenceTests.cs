using Deliberation.Domain.Respond.Feedback;
using Deliberation.Domain.Respond.Feedback.Triage;

namespace Deliberation.Domain.Tests.Respond.Feedback.Triage;

public sealed class UrgentSilenceTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 9, 3, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Somebody_is_told_of_urgent_feedback() =>
        RuleAssert.Breaks(
            FeedbackRules.SomebodyIsToldOfUrgentFeedback,
            () => UrgentSilence.Choose(Guid.CreateVersion7(), others: 0, Now)
        );

    [Fact]
    public void It_says_whose_choice_it_is_and_since_when()
    {
        var person = Guid.CreateVersion7();

        var silence = UrgentSilence.Choose(person, others: 1, Now);

        Assert.Equal((person, Now), (silence.PersonId, silence.ChosenAt));
    }
}
