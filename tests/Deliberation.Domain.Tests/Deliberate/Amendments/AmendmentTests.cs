using Deliberation.Domain.Deliberate.Amendments;
using Deliberation.Domain.Deliberate.Drafting;

namespace Deliberation.Domain.Tests.Deliberate.Amendments;

public sealed class AmendmentTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 14, 5, 0, TimeSpan.Zero);
    private static readonly Guid Awa = Guid.NewGuid();
    private static readonly Guid Samira = Guid.NewGuid();

    [Fact]
    public void An_amendment_says_why() =>
        RuleAssert.Breaks(AmendmentRules.AnAmendmentSaysWhy, () => Proposed(reasons: "Parce que"));

    [Fact]
    public void An_amendment_changes_words() =>
        RuleAssert.Breaks(AmendmentRules.AnAmendmentChangesWords, () => Proposed(words: "lisible"));

    [Fact]
    public void Another_hand_adopts() =>
        RuleAssert.Breaks(
            AmendmentRules.AnotherHandAdopts,
            () => Proposed().Adopt("lisible", "lisible", Awa, Now)
        );

    [Fact]
    public void An_adoption_is_as_shown() =>
        RuleAssert.Breaks(
            AmendmentRules.AnAdoptionIsAsShown,
            () => Proposed().Adopt("lisible", "très lisible", Samira, Now)
        );

    [Fact]
    public void A_rejection_says_why() =>
        RuleAssert.Breaks(AmendmentRules.ARejectionSaysWhy, () => Proposed().Reject("Non.", Samira, Now));

    [Fact]
    public void Only_its_author_withdraws() =>
        RuleAssert.Breaks(AmendmentRules.OnlyItsAuthorWithdraws, () => Proposed().Withdraw(Samira, Now));

    [Fact]
    public void An_amendment_is_decided_once()
    {
        Action<Amendment>[] ends =
        [
            amendment => amendment.Adopt("lisible", "lisible", Samira, Now),
            amendment => amendment.Reject("Le mot est plus clair.", Samira, Now),
            amendment => amendment.Withdraw(Awa, Now),
        ];
        foreach (var first in ends)
        {
            foreach (var second in ends)
            {
                var amendment = Proposed();
                first(amendment);
                RuleAssert.Breaks(AmendmentRules.OnlyAnOpenAmendmentIsDecided, () => second(amendment));
            }
        }
    }

    [Fact]
    public void It_is_outdated_when_its_words_are_deleted()
    {
        var amendment = Proposed();

        amendment.MoveTo(new Anchor(2, 4, 4), Now);

        Assert.Equal(AmendmentState.Outdated, amendment.State);
        Assert.Contains(amendment.TakeEvents(), happened => happened is AmendmentOutdated);
        RuleAssert.Breaks(
            AmendmentRules.OnlyAnOpenAmendmentIsDecided,
            () => amendment.Adopt("", "", Samira, Now)
        );
    }

    [Fact]
    public void It_follows_its_words_to_another_text_of_the_same_space_while_it_is_open()
    {
        var amendment = Proposed();
        var (there, elsewhere) = (
            Document.Create(Guid.NewGuid(), amendment.SpaceId, Now),
            Document.Create(Guid.NewGuid(), Guid.NewGuid(), Now)
        );

        RuleAssert.Breaks(
            ProposalRules.ATextStaysInItsSpace,
            () => amendment.GoWith(elsewhere, amendment.Anchor, Now)
        );
        amendment.GoWith(there, new Anchor(1, 0, 7), Now);
        amendment.Withdraw(Awa, Now);

        Assert.Equal((there.Id, new Anchor(1, 0, 7)), (amendment.DocumentId, amendment.Anchor));
        RuleAssert.Breaks(
            AmendmentRules.OnlyAnOpenAmendmentIsDecided,
            () => amendment.GoWith(there, amendment.Anchor, Now)
        );
    }

    private static Amendment Proposed(
        string words = "facile à lire",
        string reasons = "Tout le monde comprend mieux."
    ) =>
        Amendment.Propose(
            Guid.NewGuid(),
            Document.Create(Guid.NewGuid(), Guid.NewGuid(), Now),
            new Anchor(1, 4, 11),
            ("lisible", words),
            reasons,
            Awa,
            Now
        );
}
