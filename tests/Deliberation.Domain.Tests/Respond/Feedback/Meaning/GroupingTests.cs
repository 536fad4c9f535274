using Deliberation.Domain.Respond.Feedback.Meaning;

namespace Deliberation.Domain.Tests.Respond.Feedback.Meaning;

public sealed class GroupingTests
{
    private static readonly string[] Said =
    [
        "Le code de connexion n’arrive jamais par SMS sur mon téléphone.",
        "Impossible de recevoir le code par SMS, mon téléphone est un fixe.",
        "Le rappel de vaccination de ma fille est arrivé trop tard.",
        "Mon médecin ne dépose pas les ordonnances.",
        "Pas de code SMS : mon téléphone fixe ne les reçoit pas.",
    ];

    private static readonly Vocabulary Spoken = VocabularyOf(Said);

    [Fact]
    public void A_feedback_meets_the_one_that_speaks_of_the_same()
    {
        var readings = Said.Select(Read).ToList();

        var companion = new Grouping(Spoken).Companion(readings[1], [readings[0], readings[2], readings[3]]);

        Assert.Same(readings[0], companion);
        Assert.Null(new Grouping(Spoken).Companion(readings[2], [readings[0], readings[3]]));
    }

    [Fact]
    public void A_feedback_joins_the_subject_whose_words_it_says()
    {
        var (codes, vaccines) = (Profile(1, Said[0], Said[1]), Profile(2, Said[2], Said[2]));

        var grouping = new Grouping(Spoken);

        Assert.Same(codes, grouping.Nearest(Read(Said[4], 5).Words, [vaccines, codes]));
        Assert.Null(grouping.Nearest(Read(Said[3], 5).Words, [vaccines, codes]));
        Assert.Contains(codes.Core(Spoken), word => word is { Surface: "téléphone", Saying: 2 });
    }

    [Fact]
    public void A_feedback_set_apart_by_a_person_is_nobodys_companion()
    {
        var alone = Read(Said[0], 1);
        alone.Move(from: null, to: null, Given.Moderator, Given.Now);

        Assert.Null(new Grouping(Spoken).Companion(Read(Said[1], 2), [alone]));
    }

    [Fact]
    public void The_order_of_those_compared_changes_nothing()
    {
        var random = new Random(6_110);
        var words =
            "code téléphone rappel vaccin ordonnance médecin carnet aidant photo message page lecture".Split(
                ' '
            );
        var texts = Enumerable
            .Range(0, 60)
            .Select(_ => string.Join(' ', random.GetItems(words, 5)))
            .ToArray();
        var grouping = new Grouping(VocabularyOf(texts));
        var readings = texts.Select(Read).ToArray();
        var profiles = texts.Chunk(4).Select((four, rank) => Profile(rank + 1, four)).ToArray();
        foreach (var reading in readings)
        {
            var companion = grouping.Companion(reading, readings);
            var subject = grouping.Nearest(reading.Words, profiles);

            var shuffled = readings.OrderBy(other => other.Number, StringComparer.Ordinal).Reverse();
            Assert.Same(companion, grouping.Companion(reading, shuffled));
            Assert.Same(subject, grouping.Nearest(reading.Words, profiles.Reverse()));
        }
    }

    [Fact]
    public void Likeness_is_the_same_both_ways_between_nothing_and_all()
    {
        var random = new Random(6_111);
        for (var round = 0; round < 2_000; round++)
        {
            var (one, other) = (Weights(random), Weights(random));

            var near = Likeness.Between(one, other);

            Assert.InRange(near, 0, 1);
            Assert.Equal(near, Likeness.Between(other, one), 12);
            Assert.Equal(1, Likeness.Between(one, one), 12);
        }
    }

    internal static Reading Read(string text, int rank) =>
        Reading.Of(
            new Guid(rank, 0, 0, new byte[8]),
            $"RU-2026-{rank:000000}",
            Given.Now.AddMinutes(rank),
            WordReading.Of(text, "fr")
        );

    private static SubjectProfile Profile(int rank, params string[] texts)
    {
        var profile = new SubjectProfile(new Guid(rank, 1, 0, new byte[8]));
        foreach (var text in texts)
        {
            profile.Add(WordReading.Of(text, "fr"));
        }

        return profile;
    }

    private static Vocabulary VocabularyOf(string[] texts) =>
        new(
            texts.Length,
            texts
                .SelectMany(text => WordReading.Of(text, "fr"))
                .GroupBy(word => word.Stem, StringComparer.Ordinal)
                .ToDictionary(same => same.Key, same => same.Count(), StringComparer.Ordinal)
        );

    private static Dictionary<string, double> Weights(Random random) =>
        Enumerable
            .Range(0, random.Next(1, 9))
            .Select(_ => ((char)('a' + random.Next(12))).ToString())
            .Distinct()
            .ToDictionary(stem => stem, _ => random.NextDouble() + 0.1, StringComparer.Ordinal);
}
