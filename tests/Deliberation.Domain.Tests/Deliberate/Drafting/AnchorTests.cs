using Deliberation.Domain.Deliberate.Drafting;

namespace Deliberation.Domain.Tests.Deliberate.Drafting;

public sealed class AnchorTests
{
    private static readonly KeptWords Text = new(3, "Le carnet est lisible.");

    [Fact]
    public void Words_are_followed_when_others_write_before_after_and_around_them()
    {
        var carnet = Anchor.On(Text, 3, 9);

        var moved = Follow(carnet, (0, 0, "Oui : "), (15, 15, " de santé"), (12, 12, "·"));

        Assert.Equal("car·net", moved.Words[moved.Anchor.From..moved.Anchor.To]);
    }

    [Fact]
    public void What_is_written_at_the_very_edges_is_not_part_of_the_words()
    {
        var moved = Follow(Anchor.On(Text, 3, 9), (9, 9, "-X"), (3, 3, "Y-"));

        Assert.Equal("carnet", moved.Words[moved.Anchor.From..moved.Anchor.To]);
        Assert.Equal(5, moved.Anchor.Version);
    }

    [Fact]
    public void Words_replaced_in_one_go_hand_their_place_to_those_that_replace_them()
    {
        var moved = Follow(Anchor.On(Text, 3, 9), (3, 9, "dossier"));

        Assert.Equal("dossier", moved.Words[moved.Anchor.From..moved.Anchor.To]);
    }

    [Fact]
    public void Deleted_words_are_gone_and_do_not_come_back()
    {
        var gone = Follow(Anchor.On(Text, 3, 9), (2, 12, ""));

        Assert.True(gone.Anchor.IsGone);
        Assert.True(gone.Anchor.Follow(TextChange.Replace(gone.Words.Length, 2, 2, " carnet")).IsGone);
    }

    [Fact]
    public void An_anchor_stays_in_its_text_whatever_happens()
    {
        var chance = new Random(5);
        for (var run = 0; run < 300; run++)
        {
            var text = Drawn.Text(chance, 40) + "mot";
            var anchor = Anchor.On(new KeptWords(0, text), text.Length - 3, text.Length - chance.Next(3));
            for (var i = 0; i < 15; i++)
            {
                var change = Drawn.Change(chance, text);
                (text, anchor) = (change.Apply(text), anchor.Follow(change));
                Assert.InRange(anchor.From, 0, anchor.To);
                Assert.InRange(anchor.To, anchor.From, text.Length);
            }
        }
    }

    [Theory]
    [InlineData(4, 4)]
    [InlineData(-1, 3)]
    [InlineData(20, 30)]
    [InlineData(2, 4)]
    public void An_anchor_holds_words(int from, int to) =>
        RuleAssert.Breaks(
            DraftingRules.AnAnchorHoldsWords,
            () => Anchor.On(new KeptWords(0, "a😀b et la suite"), from, to)
        );

    private static (Anchor Anchor, string Words) Follow(
        Anchor anchor,
        params (int From, int To, string Words)[] changes
    )
    {
        var text = Text.Words;
        foreach (var (from, to, words) in changes)
        {
            var change = TextChange.Replace(text.Length, from, to, words);
            (text, anchor) = (change.Apply(text), anchor.Follow(change));
        }

        return (anchor, text);
    }
}
