using Deliberation.Domain.Respond.Feedback.Meaning;

namespace Deliberation.Domain.Tests.Respond.Feedback.Meaning;

public sealed class SubjectTrendTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_months_go_from_the_first_feedback_to_the_running_one_and_are_those_of_Paris()
    {
        // In Paris it is already October.
        var first = new DateTimeOffset(2026, 9, 30, 22, 30, 0, TimeSpan.Zero);

        Assert.Equal([new DateOnly(2026, 10, 1), new DateOnly(2026, 11, 1)], SubjectTrend.Months(first, Now));
        Assert.Equal(
            new DateTimeOffset(2026, 9, 30, 22, 0, 0, TimeSpan.Zero),
            SubjectTrend.Begin(new DateOnly(2026, 10, 1)).ToUniversalTime()
        );
    }

    [Fact]
    public void They_go_back_two_years_at_most()
    {
        var months = SubjectTrend.Months(Now.AddYears(-9), Now);

        Assert.Equal(SubjectTrend.MostMonths, months.Count);
        Assert.Equal((new DateOnly(2024, 12, 1), new DateOnly(2026, 11, 1)), (months[0], months[^1]));
    }

    [Theory]
    [InlineData(new[] { 30, 40, 50 }, 120, new[] { 30, 40, 50 })]
    [InlineData(new[] { 30, 0, 50 }, 80, new[] { 30, -1, 50 })]
    [InlineData(new[] { 30, 9, 50 }, 89, new[] { -1, -1, 50 })] // alone, nine is the total less the others
    [InlineData(new[] { 9, 9, 50 }, 68, new[] { -1, -1, 50 })]
    [InlineData(new[] { 30, 40 }, 75, new[] { -1, 40 })] // five came before
    [InlineData(new[] { 4, 5 }, 9, new[] { -1, -1 })]
    public void A_month_below_ten_is_hidden_and_what_would_give_it_away(int[] counts, int total, int[] shown)
    {
        var months = counts.Select((count, place) => (new DateOnly(2026, 1 + place, 1), count)).ToList();

        Assert.Equal(shown, SubjectTrend.Of(months, total).Select(month => month.Feedbacks ?? -1));
    }
}
