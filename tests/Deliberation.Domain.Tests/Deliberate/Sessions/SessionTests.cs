using Deliberation.Domain.Deliberate.Sessions;

namespace Deliberation.Domain.Tests.Deliberate.Sessions;

public sealed class SessionTests
{
    private static readonly DateOnly Saturday = new(2026, 3, 14);

    [Fact]
    public void A_session_has_a_title() =>
        RuleAssert.Breaks(SessionRules.ASessionHasATitle, () => Plan(title: " A "));

    [Fact]
    public void A_session_ends_after_it_begins() =>
        RuleAssert.Breaks(SessionRules.ASessionEndsAfterItBegins, () => Plan(to: Saturday.AddDays(-1)));

    [Fact]
    public void An_agenda_is_short()
    {
        var session = Plan();

        RuleAssert.Breaks(
            SessionRules.AnAgendaIsShort,
            () => session.SetAgenda([.. Enumerable.Repeat("Un point", 31)])
        );
        Assert.Empty(session.Agenda);
    }

    [Fact]
    public void An_agenda_keeps_its_order()
    {
        var session = Plan();

        session.SetAgenda(["Accueil", "Tables", "Mise en commun"]);

        Assert.Equal(["Accueil", "Tables", "Mise en commun"], session.Agenda.Select(item => item.Title));
    }

    private static Session Plan(string title = "Premier week-end", DateOnly? to = null) =>
        Session.Plan(
            Guid.NewGuid(),
            Guid.NewGuid(),
            title,
            Saturday,
            to ?? Saturday.AddDays(1),
            place: null,
            DateTimeOffset.UnixEpoch
        );
}
