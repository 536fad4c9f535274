namespace Deliberation.Domain.Respond.Tracking;

/// <summary>What an institution does with one published proposition, answer after answer.</summary>
public sealed partial class Treatment : Aggregate
{
    private readonly List<TreatmentUpdate> updates = [];
    private readonly List<Entrustment> entrustments = [];

    private Treatment() { }

    public Guid Id { get; private set; }

    public Guid OpinionId { get; private set; }

    /// <summary>The proposition's number in its opinion, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The proposition's published name: <c>AC-2021-01-P12</c>.</summary>
    public string Reference { get; private set; } = "";

    public string Title { get; private set; } = "";

    public string Theme { get; private set; } = "";

    /// <summary>How many minority positions stand beside the proposition, numbered from 1; each is owed a reply.</summary>
    public int MinorityPositions { get; private set; }

    /// <summary>Reference, title and theme, without accents or capitals, to be searched.</summary>
    public string Keywords { get; private set; } = "";

    /// <summary>The body that has to answer now.</summary>
    public Guid BodyId { get; private set; }

    public DateTimeOffset OpenedAt { get; private set; }

    /// <summary>The last day for a first answer; null when nobody promised one.</summary>
    public DateOnly? FirstAnswerDueOn { get; private set; }

    /// <summary>Who promised that day, in one sentence.</summary>
    public string DueBasis { get; private set; } = "";

    /// <summary>How many answers were given; the last one holds the present status.</summary>
    public int AnswerCount { get; private set; }

    /// <summary>Every answer, the oldest first.</summary>
    public IReadOnlyList<TreatmentUpdate> Updates => [.. updates.OrderBy(update => update.Number)];

    /// <summary>Every body that was in charge, the first one first.</summary>
    public IReadOnlyList<Entrustment> Entrustments => [.. entrustments.OrderBy(hand => hand.Number)];

    public TreatmentUpdate? Latest => updates.MaxBy(update => update.Number);

    /// <summary>Opens the treatment of a proposition that is being published.</summary>
    /// <exception cref="RuleBroken">No title or reference, or a due date without its basis.</exception>
    public static Treatment Open(
        Guid id,
        TreatedProposition proposition,
        FirstAnswer expected,
        DateTimeOffset now
    )
    {
        Require(IsNamed(proposition), TrackingRules.ATreatmentNamesItsProposition);
        Require(
            expected.DueOn is null || expected.Basis.Trim().Length is >= 5 and <= 300,
            TrackingRules.ADueDateSaysItsBasis
        );

        var treatment = new Treatment
        {
            Id = id,
            OpinionId = proposition.OpinionId,
            Number = proposition.Number,
            Reference = proposition.Reference,
            Title = proposition.Title.Trim(),
            Theme = proposition.Theme.Trim(),
            MinorityPositions = proposition.MinorityPositions,
            Keywords = SearchableText.Of($"{proposition.Reference} {proposition.Title} {proposition.Theme}"),
            BodyId = expected.Body.Id,
            OpenedAt = now,
            FirstAnswerDueOn = expected.DueOn,
            DueBasis = expected.DueOn is null ? "" : expected.Basis.Trim(),
        };
        treatment.entrustments.Add(Entrustment.Make(id, 1, expected.Body.Id, now));
        treatment.Expect(
            ExpectationCause.FirstAnswer,
            new(treatment.FirstAnswerDueOn, treatment.DueBasis),
            now
        );
        treatment.Record(TreatmentOpened.From(treatment, expected.Body.Key));
        return treatment;
    }

    /// <summary>Puts the treatment in another body's hands; earlier answers stay signed by who gave them.</summary>
    /// <exception cref="RuleBroken">It is already in charge.</exception>
    public void EntrustTo(Body body, DateTimeOffset now)
    {
        Require(body.Id != BodyId, TrackingRules.ATreatmentChangesHands);

        BodyId = body.Id;
        entrustments.Add(Entrustment.Make(Id, entrustments.Count + 1, body.Id, now));
        Record(new TreatmentEntrusted(Id, Reference, body.Key, now));
    }

    private static bool IsNamed(TreatedProposition proposition) =>
        proposition.Number >= 1
        && proposition.Reference.Length is >= 3 and <= 40
        && proposition.Title.Trim().Length is >= 3 and <= 300
        && proposition.Theme.Length <= 120;
}
