using Deliberation.Domain.Respond.Feedback.Meaning;

namespace Deliberation.Domain.Tests.Respond.Feedback.Meaning;

public sealed class NearTwinsTests
{
    private const int Pairs = 400;

    [Fact]
    public void Texts_that_share_four_words_of_five_nearly_always_share_a_band()
    {
        var random = new Random(6_112);
        var met = Enumerable.Range(0, Pairs).Count(_ => Meet(random, common: 16, own: 2));

        Assert.InRange(met, Pairs * 97 / 100, Pairs);
    }

    [Fact]
    public void Texts_that_share_one_word_of_five_seldom_do()
    {
        var random = new Random(6_113);
        var met = Enumerable.Range(0, Pairs).Count(_ => Meet(random, common: 4, own: 8));

        Assert.InRange(met, 0, Pairs * 15 / 100);
    }

    [Fact]
    public void The_same_words_in_another_order_are_twins()
    {
        var (one, other) = (Words("code téléphone fixe sms"), Words("sms fixe code téléphone"));

        Assert.Equal(NearTwins.BandsOf(one), NearTwins.BandsOf(other));
        Assert.Equal(1, Likeness.OfWords(one, other));
    }

    [Fact]
    public void Bands_are_the_same_on_every_machine() =>
        Assert.Equal(5_652_743_115_127_624_228, NearTwins.BandsOf(Words("code téléphone fixe"))[0]);

    [Fact]
    public void Two_words_are_too_few_to_tell() => Assert.Empty(NearTwins.BandsOf(Words("code téléphone")));

    private static bool Meet(Random random, int common, int own)
    {
        var shared = Some(random, common);
        var one = NearTwins.BandsOf([.. shared, .. Some(random, own)]);
        var other = NearTwins.BandsOf([.. shared, .. Some(random, own)]);
        return one.Intersect(other).Any();
    }

    private static List<SaidWord> Some(Random random, int count) =>
        [
            .. Enumerable
                .Range(0, count)
                .Select(_ => $"mot{random.Next()}")
                .Select(stem => new SaidWord(stem, stem)),
        ];

    private static IReadOnlyList<SaidWord> Words(string text) => WordReading.Of(text, "fr");
}
