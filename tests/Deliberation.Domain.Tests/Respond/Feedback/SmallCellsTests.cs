using Deliberation.Domain.Respond.Feedback;

namespace Deliberation.Domain.Tests.Respond.Feedback;

public sealed class SmallCellsTests
{
    [Fact]
    public void Large_counts_are_shown() => Assert.Equal([10, 40], SmallCells.Hide([10, 40]));

    [Fact]
    public void A_small_count_hides_with_it_the_next_one_that_would_give_it_away() =>
        Assert.Equal([null, null, 40], SmallCells.Hide([3, 12, 40]));

    [Fact]
    public void Small_counts_that_add_up_to_too_little_hide_one_more() =>
        Assert.Equal([null, null, null, 40], SmallCells.Hide([1, 2, 12, 40]));

    [Fact]
    public void Small_counts_that_hide_one_another_need_no_more() =>
        Assert.Equal([null, null, 12], SmallCells.Hide([8, 7, 12]));
}
