using Deliberation.Domain.Respond.Tracking;
using static Deliberation.Domain.Tests.Respond.Tracking.AnsweredProposition;

namespace Deliberation.Domain.Tests.Respond.Tracking;

public sealed class LawReferenceTests
{
    [Fact]
    public void Laws_are_read_in_any_layout_and_once_each()
    {
        var laws = LawReference.Read(
            "ssax2100123d, SSAX2100123D\nhttp://data.europa.eu/eli/reg/2016/679/oj ; https://www.legifrance.gouv.fr/eli/decret/2021/8/4/SSAX2100123D/jo/texte",
            out var refused
        );

        Assert.Null(refused);
        Assert.Equal(
            [
                new("SSAX2100123D", null),
                new(
                    "http://data.europa.eu/eli/reg/2016/679/oj",
                    "https://data.europa.eu/eli/reg/2016/679/oj"
                ),
                new(
                    "https://www.legifrance.gouv.fr/eli/decret/2021/8/4/SSAX2100123D/jo/texte",
                    "https://www.legifrance.gouv.fr/eli/decret/2021/8/4/SSAX2100123D/jo/texte"
                ),
            ],
            laws
        );
    }

    [Theory]
    [InlineData("SSAX210012D")]
    [InlineData("SSAX2100123")]
    [InlineData("SSA12100123D")]
    [InlineData("https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000043913288")]
    [InlineData("https://example.org/eli/decret/2021/8/4/SSAX2100123D/jo/texte")]
    [InlineData("https://www.legifrance.gouv.fr.example.org/eli/loi/2021/8/4/SSAX2100123L/jo/texte")]
    [InlineData("javascript:alert(1)")]
    [InlineData("décret")]
    public void What_is_neither_a_NOR_nor_an_ELI_is_named(string word)
    {
        LawReference.Read($"SSAX2100123D {word}", out var refused);

        Assert.Equal(word, refused);
    }

    [Theory]
    [InlineData("décret n° 2021-1047")]
    [InlineData(
        "SSAX2100001D SSAX2100002D SSAX2100003D SSAX2100004D SSAX2100005D SSAX2100006D SSAX2100007D SSAX2100008D SSAX2100009D"
    )]
    public void An_answer_cites_laws_that_can_be_looked_up(string laws) =>
        RuleAssert.Breaks(
            TrackingRules.ALawCanBeLookedUp,
            () => Answer(Open(), Given() with { Laws = laws })
        );
}
