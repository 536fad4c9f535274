using Deliberation.Web.Features.Respond.Tracking;

namespace Deliberation.Web.Tests.Respond.Tracking;

public sealed class StretchTreeTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(30)]
    [InlineData(500)]
    [InlineData(20_000)]
    public void Whatever_holds_a_moment_hangs_above_it(int longest)
    {
        var chance = new Random(longest);
        for (var turn = 0; turn < 2_000; turn++)
        {
            var from = DateTimeOffset.UnixEpoch.AddDays(chance.NextDouble() * 30_000);
            var until = from.AddDays(chance.NextDouble() * longest);
            var within = from + ((until - from) * chance.NextDouble());

            var knot = StretchTree.Knot(from, until);

            Assert.Contains(knot, StretchTree.Above(from));
            Assert.Contains(knot, StretchTree.Above(within));
            Assert.Contains(knot, StretchTree.Above(until));
        }
    }

    [Fact]
    public void A_day_is_under_few_knots_and_short_stretches_hang_near_it()
    {
        var moment = new DateTimeOffset(2022, 1, 10, 23, 0, 0, TimeSpan.Zero);

        var knots = StretchTree.Above(moment);
        var yearAfter = StretchTree.Knot(moment.AddDays(365), moment.AddDays(367));

        Assert.Equal(21, knots.Distinct().Count());
        Assert.DoesNotContain(yearAfter, knots);
    }

    [Fact]
    public void A_clock_that_says_less_than_1970_is_found_too()
    {
        var wrong = new DateTimeOffset(1, 1, 1, 0, 0, 0, TimeSpan.Zero);

        Assert.Contains(StretchTree.Knot(wrong, wrong.AddYears(100)), StretchTree.Above(wrong.AddYears(50)));
    }
}
