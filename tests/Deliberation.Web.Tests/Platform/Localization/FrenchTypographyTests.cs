using Deliberation.Web.Platform.Localization;
using FsCheck;
using FsCheck.Fluent;

namespace Deliberation.Web.Tests.Platform.Localization;

/// <summary>In these tables ~ stands for the no-break space and ^ for the narrow one.</summary>
public sealed class FrenchTypographyTests
{
    [Theory]
    [InlineData("Attention : danger", "Attention~: danger")]
    [InlineData("Attention: danger", "Attention~: danger")]
    [InlineData("**Attention :** danger", "**Attention~:** danger")]
    [InlineData("Quoi ? Non ! Si ; bon", "Quoi^? Non^! Si^; bon")]
    [InlineData("Quoi? Non! Si; bon", "Quoi^? Non^! Si^; bon")]
    [InlineData("Quoi ?! Vraiment?!", "Quoi^?! Vraiment^?!")]
    [InlineData("15 % et 15%", "15^% et 15^%")]
    [InlineData("il dit « oui » et «non»", "il dit «~oui~» et «~non~»")]
    [InlineData("« Vraiment ? »", "«~Vraiment^?~»")]
    [InlineData("l'avis d'aujourd'hui, qu'«ici»", "l’avis d’aujourd’hui, qu’«~ici~»")]
    [InlineData("10 kg, 5 km, 12 €, 3 M€ et 12€", "10^kg, 5^km, 12^€, 3^M€ et 12^€")]
    [InlineData("à 14 h 05 précises", "à 14^h^05 précises")]
    [InlineData("(vraiment ?)", "(vraiment^?)")]
    [InlineData("fin :", "fin~:")]
    [InlineData("deux  : espaces", "deux~: espaces")]
    public void French_spaces_and_apostrophes_are_set(string text, string right) =>
        Assert.Equal(Real(right), FrenchTypography.Apply(text));

    [Theory]
    [InlineData("à 14:05 ou 14:05:00")]
    [InlineData("https://exemple.fr/a?b=c;d!e:f et www.exemple.fr/?x")]
    [InlineData("mailto:a@b.fr, jean.d'arc@exemple.fr")]
    [InlineData("`a ? b : c` et ```x: 'y'!```")]
    [InlineData("[lien](#a?b:c)")]
    [InlineData("{0:N0} et {nom}")]
    [InlineData("&amp; &eacute; <a href='x: y'>z</a>")]
    [InlineData("content :) ou :-( (?)")]
    [InlineData("# titre\n| :-- | :-: |\n- ! point\n: rien")]
    [InlineData("ligne  \nsuite")]
    [InlineData("'cité' et 5' ou rock 'n' roll")]
    [InlineData("3 jours, 2 membres, 5 l’un, 10 grandes")]
    [InlineData("Attention~: «~oui~», 15^%, 10^kg, l’avis^?")]
    [InlineData("")]
    public void What_is_right_or_not_prose_stays(string text) =>
        Assert.Equal(Real(text), FrenchTypography.Apply(Real(text)));

    [Fact]
    public void Setting_twice_changes_nothing_more()
    {
        var piece = Gen.Elements(
            "mot|:|;|!|?|%|«|»|'|’| |  |\u00A0|\u202F|12|h|05|kg|€|https://a.fr?x|a@b.fr|`c : d`|(|)|*|\n|#|-|&amp;|{0}".Split(
                '|'
            )
        );
        Prop.ForAll(
                Gen.ListOf(piece).Select(string.Concat).ToArbitrary(),
                text => FrenchTypography.Apply(FrenchTypography.Apply(text)) == FrenchTypography.Apply(text)
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(3_000));
    }

    private static string Real(string text) => text.Replace('~', '\u00A0').Replace('^', '\u202F');
}
