namespace Deliberation.Domain.Deliberate.Sessions;

/// <summary>A meeting of a space: when, where, and what is on the agenda.</summary>
public sealed class Session : Aggregate
{
    private readonly List<AgendaItem> agenda = [];

    private Session() { }

    public Guid Id { get; private set; }

    public Guid SpaceId { get; private set; }

    public string Title { get; private set; } = "";

    public DateOnly From { get; private set; }

    public DateOnly To { get; private set; }

    /// <summary>Where it is held; null when it is not known.</summary>
    public string? Place { get; private set; }

    public IReadOnlyList<AgendaItem> Agenda => [.. agenda.OrderBy(item => item.Position)];

    /// <exception cref="RuleBroken">No title, or an end before the beginning.</exception>
    public static Session Plan(
        Guid id,
        Guid spaceId,
        string title,
        DateOnly from,
        DateOnly to,
        string? place,
        DateTimeOffset now
    )
    {
        Require(title.Trim().Length is >= 3 and <= 200, SessionRules.ASessionHasATitle);
        Require(to >= from, SessionRules.ASessionEndsAfterItBegins);

        var session = new Session
        {
            Id = id,
            SpaceId = spaceId,
            Title = title.Trim(),
            From = from,
            To = to,
            Place = string.IsNullOrWhiteSpace(place) ? null : place.Trim(),
        };
        session.Record(new SessionPlanned(id, spaceId, from, now));
        return session;
    }

    public void SetAgenda(IReadOnlyList<string> titles)
    {
        Require(
            titles.Count <= 30 && titles.All(title => title.Trim().Length is >= 1 and <= 200),
            SessionRules.AnAgendaIsShort
        );

        agenda.Clear();
        agenda.AddRange(titles.Select((title, index) => new AgendaItem(index + 1, title.Trim())));
    }
}
