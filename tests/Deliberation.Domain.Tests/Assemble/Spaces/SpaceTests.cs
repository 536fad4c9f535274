using Deliberation.Domain.Assemble.Spaces;

namespace Deliberation.Domain.Tests.Assemble.Spaces;

public sealed class SpaceTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_space_has_an_address() =>
        RuleAssert.Breaks(SpaceRules.ASpaceHasAnAddress, () => Open(slug: "Comité 2026"));

    [Fact]
    public void A_space_has_a_title() =>
        RuleAssert.Breaks(SpaceRules.ASpaceHasATitle, () => Open(title: "  "));

    [Fact]
    public void A_space_has_a_question() =>
        RuleAssert.Breaks(SpaceRules.ASpaceHasAQuestion, () => Open(question: "Quoi ?"));

    [Fact]
    public void An_address_serves_once() =>
        RuleAssert.Breaks(SpaceRules.AnAddressServesOnce, () => Open().TakeAddress(isFree: false));

    [Fact]
    public void A_phase_ends_after_it_begins() =>
        RuleAssert.Breaks(
            SpaceRules.APhaseEndsAfterItBegins,
            () => Open().SetCalendar([new Phase(1, "Débat", new(2026, 3, 2), new(2026, 3, 1))], Now)
        );

    [Fact]
    public void Seats_are_counted() =>
        RuleAssert.Breaks(SpaceRules.SeatsAreCounted, () => Open().Describe("", "", -1, source: null));

    private static Space Open(
        string slug = "comite-2026",
        string title = "Comité citoyen",
        string question = "Quelle place donner aux usagers ?"
    ) =>
        Space.Open(
            Guid.NewGuid(),
            slug,
            SpaceKind.Committee,
            title,
            new Mandate(question, "Le ministère", "Une association"),
            Now
        );
}
