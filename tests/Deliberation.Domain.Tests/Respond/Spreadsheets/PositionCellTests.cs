using Deliberation.Domain.Respond.Spreadsheets;
using Deliberation.Domain.Respond.Tracking;

namespace Deliberation.Domain.Tests.Respond.Spreadsheets;

public sealed class PositionCellTests
{
    [Theory]
    [InlineData(10, false)]
    [InlineData(11, true)]
    public void Many_positions_do_not_make_a_file_that_Excel_takes_for_damaged(int positions, bool isCut)
    {
        var said = Enumerable.Range(1, positions).Select(number => (number, Words(3_000)));

        var cell = PositionCell.Show(said);

        Assert.Equal(isCut, cell.EndsWith("[…]", StringComparison.Ordinal));
        Assert.InRange(cell.Length, 30_000, PositionCell.Longest);
        Assert.StartsWith("M1 : ", cell, StringComparison.Ordinal);
    }

    [Fact]
    public void No_character_is_cut_in_two()
    {
        foreach (var shift in new[] { "", "a" })
        {
            var cell = PositionCell.Show([(1, shift + string.Concat(Enumerable.Repeat("🌱", 20_000)))]);

            Assert.Equal(
                cell,
                string.Concat(cell.EnumerateRunes().Where(rune => rune != System.Text.Rune.ReplacementChar))
            );
        }
    }

    [Fact]
    public void Replies_that_no_cell_holds_are_not_taken_out_cut()
    {
        var replies = PositionReplies.Of(
            Enumerable.Range(1, 7).Select(number => new PositionReply(number, Words(5_000)))
        );

        Assert.Null(PositionCell.Write(replies));
    }

    private static string Words(int length) => new('é', length);
}
