using Deliberation.Domain.Assemble.Membership;

namespace Deliberation.Domain.Tests.Assemble.Membership;

public sealed class CardCodeTests
{
    private static readonly CardCode Code = CardCode.From(Convert.FromHexString("0123456789"));

    [Fact]
    public void A_card_code_shows_in_two_groups() => Assert.Equal("04HM-ASW9", Code.ToString());

    [Theory]
    [InlineData("04HMASW9")]
    [InlineData("04hm-asw9")]
    [InlineData(" O4HM ASW9 ")]
    [InlineData("o4hm–asw9")]
    public void It_is_read_however_it_is_typed(string typed) => Assert.Equal(Code, CardCode.Read(typed));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("04HMASW")]
    [InlineData("04HMASW90")]
    [InlineData("U4HMASW9")]
    [InlineData("04HM*SW9")]
    [InlineData("04HMASWé")]
    public void What_cannot_be_a_code_is_not_read(string? typed) => Assert.Null(CardCode.Read(typed));
}
