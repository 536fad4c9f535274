using Deliberation.Domain.Respond.Tracking;
using Deliberation.Domain.Respond.Verdicts;

namespace Deliberation.Bench.Tracker;

/// <summary>
/// Plays what becomes of one proposition, verb by verb and in the order of time: answers, promises kept or not,
/// suspensions, changes of hands, and the members' verdicts with the second answers they call for.
/// </summary>
internal sealed class TreatmentStory
{
    private const int WorkingDaysPromised = 60;

    private readonly Chance chance;
    private readonly Stage stage;
    private readonly StatusScheme scheme;
    private readonly AnswerDrawing drawing;
    private readonly VerdictStory verdicts;
    private readonly DateTimeOffset end;
    private Body body;

    public TreatmentStory(
        Chance chance,
        Wording words,
        Stage stage,
        OpinionTracker tracker,
        (Committee Committee, TreatedProposition Proposition, DateTimeOffset End) of
    )
    {
        (this.chance, this.stage, scheme, end) = (chance, stage, tracker.Scheme, of.End);
        Tracker = tracker;
        drawing = new AnswerDrawing(chance, words);
        verdicts = new VerdictStory(chance, words, of.Committee);
        body = chance.Of(stage.Bodies);
        var due = WorkingDays.Add(WorkingDays.DateInParis(tracker.OpenedAt), WorkingDaysPromised);
        var expected = chance.Is(0.9)
            ? new FirstAnswer(body, due, "engagement de l’organisme d’essai")
            : new FirstAnswer(body, null, "");
        Treatment = Treatment.Open(chance.Id(tracker.OpenedAt), of.Proposition, expected, tracker.OpenedAt);
    }

    public Treatment Treatment { get; }

    public OpinionTracker Tracker { get; }

    public IReadOnlyList<VerdictRound> Rounds => verdicts.Rounds;

    public IReadOnlyList<Verdict> Verdicts => verdicts.Given;

    /// <summary>How many times the product would have saved the treatment.</summary>
    public int Saves { get; private set; } = 1;

    /// <param name="judgedFrom">Answers given before are imported, and not judged.</param>
    public void Play(int answers, DateTimeOffset judgedFrom)
    {
        var times = Enumerable
            .Range(0, answers)
            .Select(_ => chance.Between(Treatment.OpenedAt.AddHours(1), end))
            .Order()
            .ToList();
        var before = Treatment.OpenedAt;
        for (var rank = 0; rank < times.Count; rank++)
        {
            Wait(before, times[rank]);
            var imported = times[rank] < judgedFrom;
            var progress = (rank + 1.0) / times.Count;
            Treatment.Answer(
                drawing.Draw(Treatment, progress, imported, times[rank]),
                body,
                scheme,
                times[rank]
            );
            Saves++;
            verdicts.Answered(Treatment, imported, times[rank]);
            before = times[rank];
        }

        Wait(before, end);
    }

    private void Wait(DateTimeOffset from, DateTimeOffset to)
    {
        var span = to - from;
        var happenings = new List<(DateTimeOffset At, Func<DateTimeOffset, bool> Do)>();
        if (verdicts.ClosesAt is { } closes && closes < to)
        {
            happenings.Add((closes, Judge));
        }

        if (chance.Is(0.04))
        {
            happenings.Add((from + (span * 0.3), Suspend));
            happenings.Add((from + (span * 0.6), Resume));
        }

        if (chance.Is(0.01))
        {
            happenings.Add((from + (span * 0.8), Entrust));
        }

        foreach (var (at, act) in happenings.OrderBy(happening => happening.At))
        {
            Saves += act(at) ? 1 : 0;
        }
    }

    private bool Judge(DateTimeOffset at) => verdicts.Close(Treatment, at);

    private bool Suspend(DateTimeOffset at)
    {
        if (Treatment.ExpectedOn is not { } due || due < WorkingDays.DateInParis(at))
        {
            return false;
        }

        Treatment.Suspend(AnswerDrawing.SuspensionReason, body, at);
        return true;
    }

    private bool Resume(DateTimeOffset at)
    {
        if (!(Treatment.SuspendedOn < WorkingDays.DateInParis(at)) || chance.Is(0.3))
        {
            return false;
        }

        Treatment.Resume(body, at);
        return true;
    }

    private bool Entrust(DateTimeOffset at)
    {
        var other = chance.Of(stage.Bodies);
        if (other.Id == body.Id)
        {
            return false;
        }

        body = other;
        Treatment.EntrustTo(body, at);
        return true;
    }
}
