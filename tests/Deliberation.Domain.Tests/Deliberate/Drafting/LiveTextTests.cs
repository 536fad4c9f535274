using Deliberation.Domain.Deliberate.Drafting;
using static Deliberation.Domain.Deliberate.Drafting.TextSection;

namespace Deliberation.Domain.Tests.Deliberate.Drafting;

public sealed class LiveTextTests
{
    private static readonly Guid Samira = Guid.NewGuid();
    private static readonly Guid Jean = Guid.NewGuid();

    [Fact]
    public void The_text_after_any_changes_is_what_a_plain_string_would_be()
    {
        var chance = new Random(1);
        for (var run = 0; run < 200; run++)
        {
            var plain = Drawn.Text(chance, 400);
            var live = new LiveText(plain, 7);
            for (var i = 0; i < 20; i++)
            {
                var change = Drawn.Change(chance, plain);
                plain = change.Apply(plain);
                live.Accept(Samira, live.Version, [new("page", i, change)]);
                Assert.Equal(plain, live.ToString());
            }
        }
    }

    [Fact]
    public void A_push_that_comes_twice_is_written_once()
    {
        var live = new LiveText("", 0);
        ClientChange[] push = [new("page", 0, TextChange.Replace(0, 0, 0, "un"))];

        Assert.Single(live.Accept(Samira, 0, push));
        Assert.Empty(live.Accept(Samira, 0, push));

        Assert.Equal("un", live.ToString());
    }

    [Fact]
    public void What_is_refused_leaves_no_trace()
    {
        var live = new LiveText("a😀", 0);
        ClientChange[] push =
        [
            new("page", 0, TextChange.Replace(3, 0, 0, "b")),
            new("page", 1, TextChange.Replace(4, 3, 4, "")),
        ];

        RuleAssert.Breaks(DraftingRules.AChangeFitsItsText, () => live.Accept(Samira, 0, push));

        Assert.Equal(("a😀", 0), (live.ToString(), live.Version));
    }

    [Fact]
    public void An_open_page_belongs_to_one_person()
    {
        var live = new LiveText("", 0);
        live.Accept(Samira, 0, [new("page", 0, TextChange.Replace(0, 0, 0, "un"))]);

        RuleAssert.Breaks(
            DraftingRules.AHandIsOnePerson,
            () => live.Accept(Jean, 1, [new("page", 1, TextChange.Replace(2, 0, 2, ""))])
        );
    }

    [Fact]
    public void The_changes_of_a_page_come_in_order()
    {
        var live = new LiveText("", 0);
        var change = TextChange.From([Replace(0, "un")]);

        RuleAssert.Breaks(
            DraftingRules.ChangesComeInOrder,
            () => live.Accept(Samira, 0, [new("page", 1, change)])
        );
        RuleAssert.Breaks(
            DraftingRules.ChangesComeInOrder,
            () => live.Accept(Samira, 0, [new("page", 0, change), new("other", 1, change)])
        );
    }

    [Fact]
    public void A_repeat_on_a_base_that_already_holds_it_does_not_double_what_follows()
    {
        var live = new LiveText("", 0);
        var first = new ClientChange("page", 0, TextChange.From([Replace(0, "un")]));
        live.Accept(Samira, 0, [first]);

        RuleAssert.Breaks(
            DraftingRules.ChangesComeInOrder,
            () => live.Accept(Samira, 1, [first, new("page", 1, TextChange.From([Keep(2), Replace(0, "x")]))])
        );
        Assert.Equal("un", live.ToString());
    }

    [Fact]
    public void A_base_from_the_future_is_refused() =>
        RuleAssert.Breaks(
            DraftingRules.AChangeFitsItsText,
            () => new LiveText("", 0).Accept(Samira, 1, [new("page", 0, TextChange.From([]))])
        );

    [Fact]
    public void A_base_that_is_no_longer_at_hand_needs_what_came_since()
    {
        var live = new LiveText("", 0);
        var first = new ClientChange("page", 0, TextChange.From([Replace(0, "un")]));
        live.Accept(Samira, 0, [first]);
        live.Forget(0);
        ClientChange[] late = [new("late", 0, TextChange.From([Replace(0, "x")]))];

        RuleAssert.Breaks(DraftingRules.ABaseIsKnown, () => live.Accept(Jean, 0, late));
        live.Accept(Jean, 0, late, older: [first]);

        Assert.Equal("unx", live.ToString());
    }

    [Fact]
    public void A_push_that_would_hold_the_text_too_long_must_catch_up_first()
    {
        var live = new LiveText("", 0);
        for (var i = 0; i < 2_000; i++)
        {
            live.Accept(Samira, i, [new("page", i, TextChange.Replace(i, i, i, "x"))]);
        }

        ClientChange[] late =
        [
            .. Enumerable
                .Range(0, 500)
                .Select(i => new ClientChange("late", i, TextChange.Replace(i, i, i, "y"))),
        ];

        RuleAssert.Breaks(DraftingRules.ABaseIsKnown, () => live.Accept(Jean, 0, late));
        Assert.Equal(2_000, live.Version);
    }

    [Fact]
    public void What_stays_at_hand_is_bounded_in_changes_and_in_words()
    {
        var live = new LiveText("", 0);
        for (var i = 0; i < 10; i++)
        {
            live.Accept(Samira, i, [new("page", i, TextChange.Replace(i * 100, 0, 0, new string('x', 100)))]);
        }

        live.Forget(8);
        Assert.Equal(2, live.Earliest);
        live.Forget(8, written: 350);

        Assert.Equal(7, live.Earliest);
    }

    [Fact]
    public void A_text_has_a_limit()
    {
        var live = new LiveText(new string('a', TextChange.LongestText), 0);

        RuleAssert.Breaks(
            DraftingRules.ATextHasALimit,
            () =>
                live.Accept(
                    Samira,
                    0,
                    [new("page", 0, TextChange.From([Keep(TextChange.LongestText), Replace(0, "b")]))]
                )
        );
    }
}
