namespace Deliberation.Domain.Assemble.Spaces;

/// <summary>A participatory process: the question asked, by whom, its calendar and its members.</summary>
public sealed class Space : Aggregate
{
    private readonly List<Phase> phases = [];

    private Space() { }

    public Guid Id { get; private set; }

    /// <summary>The last part of its address; never changes.</summary>
    public string Slug { get; private set; } = "";

    public SpaceKind Kind { get; private set; }

    public string Title { get; private set; } = "";

    public string Summary { get; private set; } = "";

    public Mandate Mandate { get; private set; } = new("", "", "");

    /// <summary>How many persons take part; 0 when it is not known.</summary>
    public int Seats { get; private set; }

    /// <summary>How the persons were chosen.</summary>
    public string Selection { get; private set; } = "";

    /// <summary>The document this page was written from, when the process took place elsewhere.</summary>
    public string? Source { get; private set; }

    public DateTimeOffset OpenedAt { get; private set; }

    public IReadOnlyList<Phase> Phases => [.. phases.OrderBy(phase => phase.Position)];

    /// <exception cref="RuleBroken">No question, address or title, or an impossible number of seats.</exception>
    public static Space Open(
        Guid id,
        string slug,
        SpaceKind kind,
        string title,
        Mandate mandate,
        DateTimeOffset now
    )
    {
        Require(IsAddress(slug), SpaceRules.ASpaceHasAnAddress);
        Require(title.Trim().Length is >= 3 and <= 200, SpaceRules.ASpaceHasATitle);
        Require(IsComplete(mandate), SpaceRules.ASpaceHasAQuestion);

        var space = new Space
        {
            Id = id,
            Slug = slug,
            Kind = kind,
            Title = title.Trim(),
            Mandate = mandate,
            OpenedAt = now,
        };
        space.Record(new SpaceOpened(id, slug, now));
        return space;
    }

    /// <exception cref="RuleBroken">Another space already has this address.</exception>
    public void TakeAddress(bool isFree) => Require(isFree, SpaceRules.AnAddressServesOnce);

    public void Describe(string summary, string selection, int seats, string? source)
    {
        Require(seats is >= 0 and <= 10_000, SpaceRules.SeatsAreCounted);

        Summary = summary.Trim();
        Selection = selection.Trim();
        Seats = seats;
        Source = source;
    }

    public void SetCalendar(IReadOnlyList<Phase> calendar, DateTimeOffset now)
    {
        Require(
            calendar.All(phase => phase.From is null || phase.To is null || phase.To >= phase.From),
            SpaceRules.APhaseEndsAfterItBegins
        );

        phases.Clear();
        phases.AddRange(calendar);
        Record(new CalendarSet(Id, now));
    }

    private static bool IsAddress(string slug) =>
        slug.Length is >= 3 and <= 80
        && slug.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');

    private static bool IsComplete(Mandate mandate) =>
        mandate.Question.Trim().Length is >= 10 and <= 2_000
        && mandate.CommissionedBy.Trim().Length is >= 2 and <= 200
        && mandate.RunBy.Trim().Length is >= 2 and <= 200;
}
