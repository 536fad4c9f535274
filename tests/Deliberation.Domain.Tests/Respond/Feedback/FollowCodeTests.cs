using Deliberation.Domain.Respond.Feedback;

namespace Deliberation.Domain.Tests.Respond.Feedback;

public sealed class FollowCodeTests
{
    [Fact]
    public void A_follow_code_shows_in_three_groups() =>
        Assert.Equal("04HM-ASW9-NF6Y", FollowCode.From(Convert.FromHexString("0123456789ABCDEF")).ToString());

    [Theory]
    [InlineData("04hm asw9 nf6y")]
    [InlineData("O4HMASW9NF6Y")]
    public void It_is_read_however_it_is_typed(string typed) =>
        Assert.Equal("04HMASW9NF6Y", FollowCode.Read(typed)?.Value);

    [Theory]
    [InlineData(null)]
    [InlineData("04HM-ASW9")]
    [InlineData("04HM-ASW9-NF6Y-0")]
    [InlineData("<script>")]
    public void What_cannot_be_a_code_is_not_read(string? typed) => Assert.Null(FollowCode.Read(typed));

    [Fact]
    public void Too_little_chance_is_refused() =>
        Assert.Throws<ArgumentException>(() => FollowCode.From(new byte[7]));
}
