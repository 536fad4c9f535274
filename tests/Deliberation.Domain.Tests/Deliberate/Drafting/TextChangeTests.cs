using Deliberation.Domain.Deliberate.Drafting;
using FsCheck;
using FsCheck.Fluent;
using static Deliberation.Domain.Deliberate.Drafting.TextSection;

namespace Deliberation.Domain.Tests.Deliberate.Drafting;

public sealed class TextChangeTests
{
    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(1_000);

    [Fact]
    public void No_change_ends_inside_a_character_wherever_it_is_moved()
    {
        var chance = new Random(6);
        for (var run = 0; run < 3_000; run++)
        {
            var text = Drawn.Text(chance, 30);
            var (mine, other) = (Drawn.Change(chance, text), Drawn.Change(chance, text));

            Assert.True(mine.Map(other).Fits(other.Apply(text)), $"Case {run}");
            Assert.True(mine.Map(other, before: true).Fits(other.Apply(text)), $"Case {run}");
        }
    }

    [Fact]
    public void Two_hands_end_with_the_same_text_whichever_comes_first() =>
        Always(
            (text, chance) =>
            {
                var (a, b) = (Drawn.Change(chance, text), Drawn.Change(chance, text));
                return b.Map(a, before: true).Apply(a.Apply(text)) == a.Map(b).Apply(b.Apply(text));
            }
        );

    [Fact]
    public void Two_changes_made_one_do_what_both_did() =>
        Always(
            (text, chance) =>
            {
                var a = Drawn.Change(chance, text);
                var b = Drawn.Change(chance, a.Apply(text));
                return a.Compose(b).Apply(text) == b.Apply(a.Apply(text));
            }
        );

    [Fact]
    public void A_change_taken_back_leaves_no_trace() =>
        Always(
            (text, chance) =>
            {
                var change = Drawn.Change(chance, text);
                return change.Invert(text).Apply(change.Apply(text)) == text;
            }
        );

    [Fact]
    public void A_place_never_leaves_the_text_nor_passes_another() =>
        Always(
            (text, chance) =>
            {
                var change = Drawn.Change(chance, text);
                var places = Enumerable.Range(0, text.Length + 1).Select(p => change.MapPosition(p)).ToList();
                return places.SequenceEqual(places.Order())
                    && places.All(p => p >= 0 && p <= change.NewLength);
            }
        );

    [Fact]
    public void A_moved_change_never_cuts_a_character_in_two() =>
        Always(
            (text, chance) =>
            {
                var (a, b) = (Drawn.Change(chance, text), Drawn.Change(chance, text));
                return a.Map(b).Fits(b.Apply(text));
            }
        );

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(1, 2)]
    public void Positions_never_split_a_surrogate_pair(int from, int to) =>
        RuleAssert.Breaks(
            DraftingRules.AChangeFitsItsText,
            () => TextChange.Replace(2, from, to, "x").Apply("😀")
        );

    [Fact]
    public void A_change_whose_lengths_do_not_fit_the_text_is_refused_whole() =>
        RuleAssert.Breaks(DraftingRules.AChangeFitsItsText, () => TextChange.From([Keep(4)]).Apply("abc"));

    [Fact]
    public void Words_that_browsers_would_count_otherwise_are_refused()
    {
        foreach (var words in (string[])["\uD83D", "a\uDE00", "\uDE00\uD83D", "a\r\nb", "a\0b"])
        {
            RuleAssert.Breaks(DraftingRules.AChangeFitsItsText, () => TextChange.From([Replace(0, words)]));
        }
    }

    [Fact]
    public void Lengths_that_lie_are_refused()
    {
        RuleAssert.Breaks(DraftingRules.AChangeFitsItsText, () => TextChange.From([Keep(-1)]));
        RuleAssert.Breaks(DraftingRules.AChangeFitsItsText, () => TextChange.From([Keep(0)]));
        RuleAssert.Breaks(DraftingRules.AChangeFitsItsText, () => TextChange.From([Delete(0)]));
        RuleAssert.Breaks(
            DraftingRules.AChangeFitsItsText,
            () => TextChange.From([Keep(int.MaxValue), Keep(2)])
        );
        RuleAssert.Breaks(
            DraftingRules.AChangeFitsItsText,
            () => TextChange.From([Keep(60_000), Delete(60_000)])
        );
    }

    [Fact]
    public void More_words_than_a_text_may_hold_are_refused() =>
        RuleAssert.Breaks(
            DraftingRules.ATextHasALimit,
            () => TextChange.From([Replace(0, new string('a', TextChange.LongestText + 1))])
        );

    private static void Always(Func<string, Random, bool> holds) =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<int>(),
                seed =>
                {
                    var chance = new Random(seed);
                    return holds(Drawn.Text(chance, 40), chance);
                }
            )
            .Check(Thorough);
}
