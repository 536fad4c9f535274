using System.Diagnostics;
using Deliberation.Domain.Respond.Feedback;
using Deliberation.Domain.Respond.Feedback.Triage;

namespace Deliberation.Domain.Tests.Respond.Feedback.Triage;

public sealed class SeverityReadingTests
{
    [Theory]
    [InlineData("Je n’en peux plus, j’ai envie d’en finir.")]
    [InlineData("JE VEUX MOURIR")]
    [InlineData("Je pense au suicide depuis ce message.")]
    [InlineData("Je vais tous vous tuer.")]
    [InlineData("Vous allez crever, et je sais où vous habitez.")]
    [InlineData("Mon mari me frappe et lit mes messages.")]
    [InlineData("Il a posé une bombe dans le cabinet.")]
    [InlineData("Ma fille a subi des attouchements.")]
    [InlineData("I want to die.")]
    [InlineData("I am going to kill them.")]
    [InlineData("My husband hits me when he reads my messages.")]
    [InlineData("She can't breathe.")]
    public void Danger_is_urgent(string text) => Assert.Equal(Severity.Urgent, Read(text, Mark.Average));

    [Theory]
    [InlineData("Le docteur Kermarrec est un incompétent.", Mark.Average, SeveritySign.Accusation)]
    [InlineData("Madame Kermarrec m’a insultée devant tout le monde.", Mark.Good, SeveritySign.Accusation)]
    [InlineData("Dr Smith is a liar.", Mark.Average, SeveritySign.Accusation)]
    [InlineData("Le docteur Kermarrec ne répond jamais.", Mark.Bad, SeveritySign.NamedProfessional)]
    [InlineData("Mon fils est suivi pour son diabète.", Mark.Good, SeveritySign.ChildHealth)]
    [InlineData("MA FILLE EST HOSPITALISÉE, SON COMPTE EST BLOQUÉ", Mark.Good, SeveritySign.ChildHealth)]
    [InlineData("Mon fils, numéro 2 55 08 14 168 025 38, n’a rien.", Mark.Good, SeveritySign.ChildHealth)]
    [InlineData("My daughter has autism, her autisme page is empty.", Mark.Good, SeveritySign.ChildHealth)]
    public void What_may_harm_somebody_is_serious(string text, Mark mark, SeveritySign sign)
    {
        var reading = SeverityReading.Of(Given.Answers(text) with { Mark = mark });

        Assert.Equal(Severity.Serious, reading.Severity);
        Assert.Contains(sign, reading.Signs);
    }

    [Theory]
    [InlineData("La page se ferme quand je dépose un document.")]
    [InlineData("Le docteur Kermarrec a été parfait.")]
    [InlineData("Ce qui me frappe, c’est la lenteur.")]
    [InlineData("J’ai tapé le nom de ma fille dans la recherche.")]
    [InlineData("La ligne est morte, le prix est élevé.")]
    [InlineData("Mon fils attend. Mon traitement est affiché.")]
    [InlineData("L’assurance maladie ne voit pas mon fils.")]
    [InlineData("Le carnet de vaccination de ma fille est prêt.")]
    [InlineData("C’est un scandale, une honte.")]
    [InlineData("Un goulot d’étranglement aux heures de pointe.")]
    public void All_else_is_ordinary(string text) => Assert.Equal(Severity.Ordinary, Read(text, Mark.Good));

    [Fact]
    public void A_long_text_is_read_quickly()
    {
        var answers = Given.Answers(string.Concat(Enumerable.Repeat("je vais mon fils me ", 200)));
        var watch = Stopwatch.StartNew();

        SeverityReading.Of(answers);

        Assert.True(watch.ElapsedMilliseconds < 500, $"{watch.ElapsedMilliseconds} ms");
    }

    private static Severity Read(string text, Mark mark) =>
        SeverityReading.Of(Given.Answers(text) with { Mark = mark }).Severity;
}
