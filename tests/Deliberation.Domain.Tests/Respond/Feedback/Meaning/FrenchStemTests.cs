using Deliberation.Domain.Respond.Feedback.Meaning;

namespace Deliberation.Domain.Tests.Respond.Feedback.Meaning;

/// <summary>The sample vocabulary published with the algorithm (snowballstem.org/algorithms/french/stemmer.html).</summary>
public sealed class FrenchStemTests
{
    private const string Published = """
        continu continu
        continua continu
        continuait continu
        continuant continu
        continuation continu
        continue continu
        continué continu
        continuel continuel
        continuelle continuel
        continuellement continuel
        continuer continu
        continuera continu
        continuerait continu
        continueront continu
        continuez continu
        continuité continu
        continuons continuon
        contorsions contors
        contour contour
        contournait contourn
        contournant contourn
        contourne contourn
        contours contour
        contractait contract
        majesté majest
        majestueuse majestu
        majestueusement majestu
        majestueux majestu
        majeur majeur
        majeure majeur
        majordome majordom
        majorité major
        majorités major
        mal mal
        malacca malacc
        malade malad
        maladie malad
        maladies malad
        maladive malad
        main main
        mains main
        maintenaient mainten
        maintenant mainten
        maintenir mainten
        maintenue maintenu
        maintien maintien
        maintint maintint
        maire mair
        mairie mair
        mais mais
        maïs maï
        maison maison
        maître maîtr
        maîtresse maîtress
        """;

    [Fact]
    public void The_published_sample_comes_out_as_published()
    {
        var pairs = Published.Split('\n').Select(line => line.Split(' ')).ToList();

        Assert.Equal(pairs.Select(pair => pair[1]), pairs.Select(pair => FrenchStem.Of(pair[0])));
    }

    [Theory]
    [InlineData("déposer", "déposés")]
    [InlineData("l'ordonnance", "ordonnances")]
    [InlineData("vaccination", "vaccinations")]
    [InlineData("généraux", "général")]
    public void Words_of_one_family_meet(string one, string other) =>
        Assert.Equal(FrenchStem.Of(one), FrenchStem.Of(other));

    [Fact]
    public void Any_word_has_a_stem_of_its_own_letters()
    {
        var random = new Random(20_26);
        for (var round = 0; round < 20_000; round++)
        {
            var letters = random.GetItems("aeiouyéèêëïîâçhlmnrstqubdpvx'".ToCharArray(), random.Next(1, 14));

            var stem = FrenchStem.Of(new string(letters));

            Assert.True(stem.Length <= letters.Length + 2, new string(letters));
            Assert.DoesNotContain(stem, char.IsAsciiLetterUpper);
        }
    }
}
