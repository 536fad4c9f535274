using Deliberation.Domain.Respond.Verdicts;

namespace Deliberation.Domain.Tests.Respond.Verdicts;

public sealed class SpaceTermsTests
{
    private const string Why = "Les membres se réunissent deux fois par an seulement.";
    private static readonly DateTimeOffset Now = new(2026, 3, 27, 9, 0, 0, TimeSpan.Zero);
    private static readonly VerdictTerms Longer = new(90, 60, 5, 45);
    private readonly SpaceTerms terms = SpaceTerms.Begin(Guid.CreateVersion7(), "comite-demo");

    [Fact]
    public void A_change_is_dated_public_and_says_why()
    {
        terms.Set(Longer, 0, $" {Why} ", Now);

        var change = Assert.Single(terms.Changes);
        Assert.Equal((1, Longer, Why, Now), (change.Number, change.Terms, change.Reason, change.At));
        var said = Assert.IsType<VerdictTermsSet>(Assert.Single(terms.TakeEvents()));
        Assert.Equal(("comite-demo", 90, 60, Why), (said.Subject, said.Days, said.Threshold, said.Reason));
    }

    [Theory]
    [InlineData("")]
    [InlineData("On change.")]
    public void A_change_of_terms_says_why(string reason) =>
        RuleAssert.Breaks(VerdictRules.AChangeOfTermsSaysWhy, () => terms.Set(Longer, 0, reason, Now));

    [Fact]
    public void Terms_that_make_no_sense_are_refused() =>
        RuleAssert.Breaks(
            VerdictRules.AWindowHasSaneTerms,
            () => terms.Set(Longer with { Threshold = 101 }, 0, Why, Now)
        );

    [Fact]
    public void A_second_click_changes_them_once()
    {
        terms.Set(Longer, 0, Why, Now);
        terms.Set(Longer, 0, Why, Now.AddSeconds(1));

        Assert.Single(terms.Changes);
        Assert.Single(terms.TakeEvents());
    }

    [Fact]
    public void A_form_read_before_another_change_does_not_undo_it()
    {
        terms.Set(Longer, 0, Why, Now);

        RuleAssert.Breaks(
            VerdictRules.TheTermsAreThoseThatWereRead,
            () => terms.Set(VerdictTerms.Usual with { Threshold = 40 }, 0, Why, Now.AddMinutes(1))
        );
        terms.Set(Longer with { Threshold = 40 }, 1, Why, Now.AddMinutes(2));

        Assert.Equal(Longer with { Threshold = 40 }, terms.Current);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(30)] // the clocks go forward on 29 March 2026
    [InlineData(300)] // and back on 25 October
    public void All_answers_to_an_opinion_are_judged_alike_once_its_first_was(int days)
    {
        var usual = new VerdictTerms(days, 50, 5, 30);
        Assert.Equal(usual, VerdictTerms.Holding(null, terms, usual));
        var first = VerdictRound.Open(
            Guid.CreateVersion7(),
            terms.Id,
            new(Guid.CreateVersion7(), "AC-2026-01-P3", 1),
            usual,
            Now
        );

        terms.Set(Longer, 0, Why, Now.AddDays(1));

        Assert.Equal(usual, VerdictTerms.Holding(first, terms, VerdictTerms.Usual));
        Assert.Equal(Longer, VerdictTerms.Holding(null, terms, VerdictTerms.Usual));
    }
}
