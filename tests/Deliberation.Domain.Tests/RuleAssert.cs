namespace Deliberation.Domain.Tests;

internal static class RuleAssert
{
    public static void Breaks(Rule rule, Action act) =>
        Assert.Equal(rule, Assert.Throws<RuleBroken>(act).Rule);

    public static void Breaks(Rule rule, Func<object?> act) =>
        Breaks(
            rule,
            () =>
            {
                _ = act();
            }
        );
}
