using Deliberation.Web.Features.Deliberate.Drafting;

namespace Deliberation.Web.Tests.Deliberate.Drafting;

public sealed class TextDifferenceTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("", "Bonjour 😀")]
    [InlineData("Bonjour 😀", "")]
    [InlineData("Le carnet est lisible.", "Le carnet est très lisible !")]
    [InlineData("😀😀", "😀😁😀")]
    [InlineData("a😀b", "a😁b")]
    [InlineData("un\ndeux\ntrois", "un\ntrois\nquatre")]
    public void Applying_the_difference_gives_the_new_text(string before, string after) =>
        Assert.Equal(after, TextDifference.Between(before, after).Apply(before));

    [Fact]
    public void Words_that_stayed_are_not_touched()
    {
        var change = TextDifference.Between("Le carnet est lisible.", "Le carnet est très lisible !");

        Assert.Equal(2, change.Sections.Count(section => !section.IsKept));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData(" ")]
    public void In_a_long_text_too_only_the_words_that_changed_are_touched(string between)
    {
        var sentences = Enumerable.Range(0, 1_500).Select(i => $"La mesure {i} vaut pour tous.").ToList();
        var before = string.Join(between, sentences);
        sentences[2] = sentences[2].Replace("tous", "chacun", StringComparison.Ordinal);
        sentences[1_400] = sentences[1_400].Replace("vaut", "compte", StringComparison.Ordinal);
        var after = string.Join(between, sentences);

        var change = TextDifference.Between(before, after);

        Assert.Equal(after, change.Apply(before));
        Assert.Equal(
            ["chacun", "compte"],
            change.Sections.Where(section => !section.IsKept).Select(section => section.Inserted)
        );
    }

    [Fact]
    public void Two_texts_that_share_nothing_are_replaced_and_not_compared_without_end()
    {
        var chance = new Random(4);
        var (before, after) = (Noise(), Noise());

        var change = TextDifference.Between(before, after);

        Assert.Equal(after, change.Apply(before));

        string Noise() =>
            string.Concat(Enumerable.Range(0, 25_000).Select(_ => (char)('a' + chance.Next(26)) + "😀-"));
    }
}
