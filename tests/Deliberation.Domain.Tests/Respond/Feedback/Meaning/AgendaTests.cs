using Deliberation.Domain.Respond.Feedback.Meaning;

namespace Deliberation.Domain.Tests.Respond.Feedback.Meaning;

public sealed class AgendaTests
{
    private static readonly Guid By = Given.Moderator;
    private static readonly AgendaThreshold Threshold = new(12, 90);

    [Fact]
    public void A_threshold_is_reached_once_and_stays_reached()
    {
        var subject = Open();

        subject.Compare(11, Threshold, Given.Now);
        Assert.Empty(subject.TakeEvents());
        subject.Compare(12, Threshold, Given.Now);
        subject.Compare(40, new AgendaThreshold(20, 30), Given.Now.AddDays(1));

        var act = Assert.IsType<SubjectReached>(Assert.Single(subject.TakeEvents()));
        Assert.Equal((12, 90, Given.Now), (act.Feedbacks, act.Days, act.At));
        Assert.True(subject.MustBeTakenUp);
    }

    [Fact]
    public void A_threshold_keeps_its_bounds() =>
        Assert.Equal(new AgendaThreshold(10, 366), new AgendaThreshold(0, 4_000).Bounded());

    [Fact]
    public void A_subject_is_taken_up_once()
    {
        var subject = Reached();
        subject.PutOnAgenda("comite", Guid.Empty, Guid.Empty, By, Given.Now);

        Assert.False(subject.MustBeTakenUp);
        Assert.Equal("comite", subject.TakeEvents().OfType<SubjectPutOnAgenda>().Single().Space);
        RuleAssert.Breaks(
            MeaningRules.ASubjectIsTakenUpOnce,
            () => subject.PutOnAgenda("comite", Guid.Empty, Guid.Empty, By, Given.Now)
        );
    }

    [Fact]
    public void A_subject_on_an_agenda_has_a_name()
    {
        var subject = Open();
        subject.Compare(12, Threshold, Given.Now);

        RuleAssert.Breaks(
            MeaningRules.ASubjectHasAName,
            () => subject.PutOnAgenda("comite", Guid.Empty, Guid.Empty, By, Given.Now)
        );
    }

    [Fact]
    public void A_subject_taken_up_is_shared_by_ten()
    {
        var subject = Open();
        subject.Call("Le code n’arrive pas", null, By, Given.Now);
        subject.Count(9, Given.Now, [], null);

        RuleAssert.Breaks(
            MeaningRules.ASubjectTakenUpIsSharedByTen,
            () => subject.PutOnAgenda("comite", Guid.Empty, Guid.Empty, By, Given.Now)
        );
    }

    [Fact]
    public void A_reached_subject_stays()
    {
        var (reached, other) = (Reached(), Open(2));

        RuleAssert.Breaks(
            MeaningRules.AReachedSubjectStays,
            () => reached.Dismiss(DismissalReason.WordsOnly, By, Given.Now)
        );
        RuleAssert.Breaks(MeaningRules.AReachedSubjectStays, () => reached.MergeInto(other, By, Given.Now));
    }

    private static Subject Reached()
    {
        var subject = Open();
        subject.Call("Le code n’arrive pas", null, By, Given.Now);
        subject.Compare(12, Threshold, Given.Now);
        return subject;
    }

    private static Subject Open(int order = 1) =>
        Subject.Open(new Guid(order, 2, 0, new byte[8]), order, Given.Now);
}
