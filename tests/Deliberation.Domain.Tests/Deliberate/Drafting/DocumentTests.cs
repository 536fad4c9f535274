using Deliberation.Domain.Deliberate.Drafting;

namespace Deliberation.Domain.Tests.Deliberate.Drafting;

public sealed class DocumentTests
{
    [Fact]
    public void A_frozen_text_is_not_frozen_again()
    {
        var text = Given.Document();
        text.Freeze("Mise au vote", 12, Given.Now);

        RuleAssert.Breaks(
            DraftingRules.AFrozenTextDoesNotMove,
            () => text.Freeze("Autre vote", 13, Given.Now)
        );

        Assert.Equal((12, "Mise au vote"), (text.FrozenVersion, text.FrozenReason));
    }

    [Fact]
    public void A_freeze_says_why() =>
        RuleAssert.Breaks(DraftingRules.AFreezeSaysWhy, () => Given.Document().Freeze(" ", 0, Given.Now));

    [Fact]
    public void Only_a_frozen_text_thaws()
    {
        var text = Given.Document();
        RuleAssert.Breaks(DraftingRules.OnlyAFrozenTextThaws, () => text.Thaw(Given.Now));

        text.Freeze("Mise au vote", 3, Given.Now);
        text.Thaw(Given.Now);

        Assert.False(text.IsFrozen);
        Assert.Null(text.FrozenVersion);
    }
}
