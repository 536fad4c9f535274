using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Deliberate.Drafting;
using Deliberation.Testing;

namespace Deliberation.Web.Tests.Deliberate.Drafting.Live;

public sealed class PaceTests(PaceTests.Unhurried product) : IClassFixture<PaceTests.Unhurried>
{
    [Fact]
    public async Task A_page_asks_at_a_human_pace()
    {
        var room = await WritingRoom.OpenAsync(product);
        await using var page = await room.PageAsync(SpaceRole.Member);

        string? code = null;
        for (var push = 0; push < 10 && code is null; push++)
        {
            page.Append("a");
            code = (await page.SendAsync()).Refused?.Code;
        }

        Assert.Equal(DraftingRules.APageAsksAtAHumanPace.Code, code);
    }

    public sealed class Unhurried : Product
    {
        protected override IReadOnlyDictionary<string, string> Settings =>
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Drafting:PushesAtOnce"] = "3",
                ["Drafting:PushesPerSecond"] = "1",
            };
    }
}
