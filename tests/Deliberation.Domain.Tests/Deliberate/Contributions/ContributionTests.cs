using Deliberation.Domain.Deliberate.Contributions;

namespace Deliberation.Domain.Tests.Deliberate.Contributions;

public sealed class ContributionTests
{
    [Fact]
    public void A_contribution_says_something() =>
        RuleAssert.Breaks(ContributionRules.AContributionSaysSomething, () => Make(text: "  "));

    [Fact]
    public void A_contribution_says_who_speaks() =>
        RuleAssert.Breaks(
            ContributionRules.AContributionSaysWhoSpeaks,
            () => Make(provenance: new Provenance(" "))
        );

    [Fact]
    public void A_figure_says_its_method() =>
        RuleAssert.Breaks(
            ContributionRules.AFigureSaysItsMethod,
            () => Make(ContributionKind.SurveyFigure, provenance: new Provenance("Enquête", "Rapport"))
        );

    [Fact]
    public void A_figure_with_its_method_is_kept()
    {
        var provenance = new Provenance("Enquête", "Rapport", "2 100 personnes, juillet 2020");

        var figure = Make(ContributionKind.SurveyFigure, provenance: provenance);

        Assert.Equal(provenance, figure.Provenance);
    }

    private static Contribution Make(
        ContributionKind kind = ContributionKind.TableNote,
        string text = "Nous voulons comprendre qui lit nos données.",
        Provenance? provenance = null
    ) =>
        Contribution.Make(
            Guid.NewGuid(),
            Guid.NewGuid(),
            kind,
            text,
            provenance ?? new Provenance("Table 3"),
            DateTimeOffset.UnixEpoch
        );
}
