using Deliberation.Domain.Respond.Tracking;

namespace Deliberation.Domain.Tests.Respond.Tracking;

public sealed class FirstAnswerWaitsTests
{
    [Theory]
    [InlineData(new[] { 5, 1, 4, 2, 3 }, 3, 5)]
    [InlineData(new[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 100 }, 5, 9)]
    [InlineData(new[] { 7, 7, 7, 7, 7, 7 }, 7, 7)]
    public void Each_figure_is_the_wait_of_a_real_proposition(int[] days, int median, int nineInTen)
    {
        var waits = new FirstAnswerWaits(days);

        Assert.Equal((median, nineInTen), (waits.Median, waits.NineInTen));
    }

    [Fact]
    public void Half_and_nine_tenths_of_the_answers_came_within_them()
    {
        var chance = new Random(4);
        for (var run = 0; run < 500; run++)
        {
            var days = Enumerable.Range(0, chance.Next(5, 60)).Select(_ => chance.Next(0, 400)).ToList();
            var waits = new FirstAnswerWaits(days);

            Assert.True(days.Count(wait => wait <= waits.Median) * 2 >= days.Count);
            Assert.True(days.Count(wait => wait < waits.Median) * 2 < days.Count);
            Assert.True(days.Count(wait => wait <= waits.NineInTen) * 10 >= days.Count * 9);
            Assert.True(days.Count(wait => wait < waits.NineInTen) * 10 < days.Count * 9);
        }
    }

    [Fact]
    public void Too_few_answers_give_no_figure()
    {
        var waits = new FirstAnswerWaits([1, 2, 3, 4]);

        Assert.Equal(((int?)null, (int?)null), (waits.Median, waits.NineInTen));
    }

    [Fact]
    public void Days_are_those_of_the_calendar_in_Paris()
    {
        // 23:30 then 00:30 in Paris: half an hour of waiting, and the next day.
        var opened = new DateTimeOffset(2022, 1, 10, 22, 30, 0, TimeSpan.Zero);

        Assert.Equal(1, FirstAnswerWaits.Between(opened, opened.AddHours(1)));
        Assert.Equal(0, FirstAnswerWaits.Between(opened, opened.AddHours(-30)));
    }
}
