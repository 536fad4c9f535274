using Deliberation.Domain.Respond.Tracking;

namespace Deliberation.Web.Features.Respond.Tracking;

/// <summary>Cuts the history of one proposition at every moment at which something happened, and replays each part.</summary>
internal static class StandingSeries
{
    /// <param name="treatment">With all its answers, changes of hands and due days.</param>
    public static IReadOnlyList<KeptStanding> Of(Treatment treatment, OpinionTracker tracker)
    {
        var moments = treatment
            .Updates.Select(update => update.At)
            .Concat(treatment.Entrustments.Select(hand => hand.At))
            .Concat(treatment.Expectations.Select(one => one.At))
            // A clock that was wrong may date a change before the opening: nobody saw it then.
            .Where(moment => moment >= treatment.OpenedAt)
            .Distinct()
            .Order()
            .ToList();
        return
        [
            .. moments.Select(
                (from, place) => Between(treatment, tracker, from, moments.ElementAtOrDefault(place + 1))
            ),
        ];
    }

    private static KeptStanding Between(
        Treatment treatment,
        OpinionTracker tracker,
        DateTimeOffset from,
        DateTimeOffset next
    )
    {
        var until = next == default ? KeptStanding.Open : next;
        // Any moment of the stretch tells it all: its end is one.
        var standing = Standing.Before(treatment, until)!; // the opening is the first moment
        var latest = standing.Latest;
        var status = latest is null ? null : tracker.Scheme.Find(latest.Status);
        return new KeptStanding
        {
            TreatmentId = treatment.Id,
            From = from,
            Until = until,
            Knot = next == default ? StretchTree.Lasting : StretchTree.Knot(from, until),
            Opinion = tracker.Reference,
            Number = treatment.Number,
            Theme = treatment.Theme,
            BodyId = standing.BodyId,
            Answers = standing.AnswerCount,
            Status = latest?.Status,
            Position = status?.Position,
            Category = status?.Category,
            IsDocumented = latest?.EvidenceLink is not null,
            OpenedAt = treatment.OpenedAt,
            FirstAnsweredAt = latest is null ? null : treatment.Updates[0].At,
            Since = latest?.At ?? treatment.OpenedAt,
            ExpectedOn = standing.ExpectedOn,
            OwesSecondAnswer = OwesSecondAnswer(treatment, until),
            IsWithdrawn = standing.IsWithdrawn,
        };
    }

    private static bool OwesSecondAnswer(Treatment treatment, DateTimeOffset before) =>
        treatment
            .Expectations.LastOrDefault(one =>
                one.At < before && one.Cause is not (ExpectationCause.Suspended or ExpectationCause.Resumed)
            )
            ?.Cause == ExpectationCause.SecondAnswer;
}
