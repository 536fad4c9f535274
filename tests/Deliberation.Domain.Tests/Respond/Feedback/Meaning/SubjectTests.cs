using Deliberation.Domain.Respond.Feedback.Meaning;

namespace Deliberation.Domain.Tests.Respond.Feedback.Meaning;

public sealed class SubjectTests
{
    private static readonly Guid By = Given.Moderator;

    [Fact]
    public void Naming_a_subject_is_a_public_act()
    {
        var subject = Open();

        subject.Call("  Le code n’arrive pas ", "acces", By, Given.Now);
        subject.Call("Le code n’arrive pas", theme: null, By, Given.Now);

        Assert.Equal("Le code n’arrive pas", subject.Name);
        var act = Assert.IsType<SubjectNamed>(Assert.Single(subject.TakeEvents()));
        Assert.Equal(("SU-0001", "Le code n’arrive pas"), (act.Subject, act.Name));
        Assert.Equal(By, Assert.Single(subject.Steps).By);
    }

    [Theory]
    [InlineData("")]
    [InlineData("ab")]
    [InlineData("deux\nlignes")]
    public void A_subject_has_a_name(string name) =>
        RuleAssert.Breaks(MeaningRules.ASubjectHasAName, () => Open().Call(name, null, By, Given.Now));

    [Fact]
    public void A_theme_that_a_person_chose_is_not_counted_away()
    {
        var (chosen, counted) = (Open(), Open());
        chosen.Call("Un nom", "acces", By, Given.Now);

        chosen.Count(3, Given.Now, [], "documents");
        counted.Count(3, Given.Now, [], "documents");

        Assert.Equal(("acces", "documents"), (chosen.Theme, counted.Theme));
    }

    [Fact]
    public void Two_subjects_become_one()
    {
        var (one, other) = (Open(1), Open(2));
        one.Count(4, Given.Now, [new SubjectWord("cod", "code", 4, 1)], null);

        one.MergeInto(other, By, Given.Now);

        Assert.Equal((SubjectState.Merged, other.Id, 0), (one.State, one.MergedIntoId, one.Feedbacks));
        Assert.Empty(one.Words);
        Assert.Equal("SU-0002", Assert.IsType<SubjectMerged>(Assert.Single(one.TakeEvents())).Into);
        Assert.Equal(SubjectAct.TookIn, Assert.Single(other.Steps).Act);
    }

    [Fact]
    public void Two_subjects_are_merged_and_not_one_with_itself()
    {
        var subject = Open();

        RuleAssert.Breaks(MeaningRules.TwoSubjectsAreMerged, () => subject.MergeInto(subject, By, Given.Now));
    }

    [Fact]
    public void Only_an_open_subject_changes()
    {
        var (closed, open) = (Open(1), Open(2));
        closed.Dismiss(DismissalReason.WordsOnly, By, Given.Now);
        var reading = GroupingTests.Read("code téléphone", 1);

        foreach (
            var act in new Action[]
            {
                () => closed.Call("Un nom", null, By, Given.Now),
                () => closed.MergeInto(open, By, Given.Now),
                () => open.MergeInto(closed, By, Given.Now),
                () => closed.Dismiss(DismissalReason.WordsOnly, By, Given.Now),
                () => reading.Move(null, closed, By, Given.Now),
            }
        )
        {
            RuleAssert.Breaks(MeaningRules.OnlyAnOpenSubjectChanges, act);
        }
    }

    [Fact]
    public void Dismissing_says_why() =>
        RuleAssert.Breaks(
            MeaningRules.DismissingSaysWhy,
            () => Open().Dismiss((DismissalReason)9, By, Given.Now)
        );

    [Fact]
    public void A_person_moves_a_feedback_and_its_words_no_longer_decide()
    {
        var (from, to) = (Open(1), Open(2));
        var reading = GroupingTests.Read("code téléphone", 7);
        reading.Join(from.Id);

        reading.Move(from, to, By, Given.Now);
        reading.Move(to, to, By, Given.Now);

        Assert.Equal((to.Id, true, false), (reading.SubjectId, reading.IsPlacedByHand, reading.Waits));
        var act = Assert.IsType<FeedbackRegrouped>(Assert.Single(reading.TakeEvents()));
        Assert.Equal(("RU-2026-000007", "SU-0001", "SU-0002"), (act.Subject, act.From, act.To));
        var (left, joined) = (Assert.Single(from.Steps), Assert.Single(to.Steps));
        Assert.Equal((SubjectAct.LetGo, act.Subject, By), (left.Act, left.Note, left.By));
        Assert.Equal((SubjectAct.Joined, act.Subject, By), (joined.Act, joined.Note, joined.By));
    }

    [Fact]
    public void A_person_says_under_which_theme_it_stands()
    {
        var reading = GroupingTests.Read("code téléphone", 7);
        reading.SuggestTheme("documents");

        reading.File("acces", By, Given.Now);

        Assert.Equal(("acces", By), (reading.Theme, reading.FiledBy));
        Assert.IsType<FeedbackFiled>(Assert.Single(reading.TakeEvents()));
    }

    private static Subject Open(int order = 1) =>
        Subject.Open(new Guid(order, 2, 0, new byte[8]), order, Given.Now);
}
