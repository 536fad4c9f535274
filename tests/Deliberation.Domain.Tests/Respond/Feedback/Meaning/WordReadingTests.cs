using Deliberation.Domain.Respond.Feedback.Meaning;

namespace Deliberation.Domain.Tests.Respond.Feedback.Meaning;

public sealed class WordReadingTests
{
    [Fact]
    public void Common_words_numbers_and_masks_say_nothing()
    {
        var words = WordReading.Of(
            "Le code reçu à 14h au [numéro de téléphone masqué] n’arrive jamais, mes codes non plus. B2B12",
            "fr"
        );

        Assert.Equal(["code", "reçu", "arrive"], words.Select(word => word.Surface));
    }

    [Fact]
    public void Words_without_their_accents_are_the_same_words() =>
        Assert.Equal(
            WordReading.Of("Les rappels de dépistage répétés", "fr").Select(word => word.Stem),
            WordReading.Of("LES RAPPELS DE DEPISTAGE REPETES", "fr").Select(word => word.Stem)
        );

    [Fact]
    public void English_is_read_simply() =>
        Assert.Equal(
            WordReading.Of("The page stopped loading my documents", "en").Select(word => word.Stem),
            WordReading
                .Of("my document and pages stop and load", "en")
                .OrderBy(word => "page stop load document".IndexOf(word.Stem[..3], StringComparison.Ordinal))
                .Select(word => word.Stem)
        );

    [Fact]
    public void However_long_a_text_few_words_are_read()
    {
        var text = string.Join(
            ' ',
            Enumerable.Range(0, 5_000).Select(n => new string((char)('a' + (n % 26)), 3 + (n / 26 % 9)))
        );

        Assert.Equal(WordReading.Most, WordReading.Of(text, "fr").Count);
    }
}
