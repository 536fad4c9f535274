using Deliberation.Domain.Respond.Feedback;

namespace Deliberation.Domain.Tests.Respond.Feedback;

public sealed class FeedbackTrendTests
{
    private static readonly DateTimeOffset First = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static DateTimeOffset Day(int days) => First.AddDays(days);

    [Fact]
    public void There_is_a_stretch_before_the_first_answer_and_one_after_each()
    {
        var trend = FeedbackTrend.Of([Day(30), Day(60)], First, [(0, Mark.Bad, 10)], Day(90));

        Assert.Equal([0, 1, 2], trend.Select(stretch => stretch.Answer));
        Assert.Equal([First, Day(30), Day(60)], trend.Select(stretch => stretch.From));
        Assert.Equal([Day(30), Day(60), Day(90)], trend.Select(stretch => stretch.To));
    }

    [Fact]
    public void Low_marks_are_the_two_lowest()
    {
        var heard = Enum.GetValues<Mark>().Select(mark => (0, mark, 10)).ToList();

        var before = FeedbackTrend.Of([Day(30)], First, heard, Day(60))[0];

        Assert.Equal((50, 20, 40), (before.Count, before.Low, before.LowShare));
    }

    [Theory]
    [InlineData(9, null)]
    [InlineData(10, 100)]
    public void Below_ten_nothing_is_said(int count, int? share)
    {
        var stretch = FeedbackTrend.Of([Day(30)], First, [(1, Mark.VeryBad, count)], Day(60))[1];

        Assert.Equal(share, stretch.LowShare);
        Assert.Equal(share is null, stretch.PerMonth is null);
    }

    [Fact]
    public void Stretches_of_unequal_length_are_compared_by_the_month()
    {
        var trend = FeedbackTrend.Of(
            [Day(10)],
            First,
            [(0, Mark.Good, 20), (1, Mark.Good, 20)],
            First.AddDays(10 + FeedbackTrend.DaysInAMonth)
        );

        Assert.Equal(60.875, trend[0].PerMonth!.Value, 3);
        Assert.Equal(20, trend[1].PerMonth!.Value, 3);
    }

    [Fact]
    public void When_nobody_wrote_before_an_answer_the_first_stretch_is_left_out()
    {
        var trend = FeedbackTrend.Of([Day(10)], since: Day(20), [(1, Mark.Good, 12)], Day(40));

        Assert.Equal([1], trend.Select(stretch => stretch.Answer));
    }
}
