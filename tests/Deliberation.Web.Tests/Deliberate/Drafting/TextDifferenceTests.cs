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
}
