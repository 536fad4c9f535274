namespace Deliberation.Domain.Respond.Tracking;

public sealed partial class Treatment
{
    /// <summary>
    /// Brings in what <paramref name="speaker"/> had answered elsewhere. It is history: no chain reads it again, members
    /// do not judge it, and a second answer that is owed stays owed. The same key brings it in once.
    /// </summary>
    /// <exception cref="RuleBroken">
    /// Another body, no source, a day that is not past, or before the publication or the latest answer, an unknown status.
    /// </exception>
    public void BringIn(EarlierAnswer earlier, Body speaker, StatusScheme scheme, DateTimeOffset now)
    {
        if (updates.Exists(update => update.Key == earlier.Key))
        {
            return;
        }

        var update = RehearseEarlier(earlier, speaker, scheme, now);
        updates.Add(update);
        AnswerCount = update.Number;
        if (!OwesSecondAnswer)
        {
            Expect(ExpectationCause.PromisedUpdate, new(null, ""), now);
        }

        Record(TreatmentAnswered.From(update, Reference, speaker.Key));
    }

    /// <summary>What bringing it in now would keep and publish; nothing changes.</summary>
    /// <exception cref="RuleBroken">It would be refused.</exception>
    public TreatmentUpdate RehearseEarlier(
        EarlierAnswer earlier,
        Body speaker,
        StatusScheme scheme,
        DateTimeOffset now
    )
    {
        Require(
            AnswerText.Is(AnswerText.Tidy(earlier.Source), 2, 500),
            TrackingRules.AnEarlierAnswerSaysItsSource
        );
        Require(IsAPastDay(earlier.AsOf, now), TrackingRules.AnEarlierAnswerHasItsDay);
        var told = Check(earlier.Told(), speaker, scheme, earlier.At);
        return TreatmentUpdate.BroughtIn(told, this, (earlier.At, now));
    }

    private bool IsAPastDay(DateOnly day, DateTimeOffset now) =>
        day < WorkingDays.DateInParis(now)
        && day >= WorkingDays.DateInParis(OpenedAt)
        && (Latest is null || day >= WorkingDays.DateInParis(Latest.At));
}
