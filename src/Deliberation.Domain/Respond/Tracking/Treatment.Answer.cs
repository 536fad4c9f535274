namespace Deliberation.Domain.Respond.Tracking;

public sealed partial class Treatment
{
    /// <summary>Gives one more answer, in the name of <paramref name="speaker"/>; the same key answers once.</summary>
    /// <exception cref="RuleBroken">
    /// Another body, an unknown status, no reason or signature, an unsafe link, a refusal that is not argued, a law
    /// that cannot be looked up, a correction of nothing, a stale form.
    /// </exception>
    public void Answer(TreatmentAnswer answer, Body speaker, StatusScheme scheme, DateTimeOffset now)
    {
        if (updates.Exists(update => update.Key == answer.Key))
        {
            return;
        }

        var tidied = answer.Tidied();
        var at = Latest is { } latest && latest.At > now ? latest.At : now;
        RequireAPlace(tidied, speaker);
        RequireWords(tidied, scheme, at);
        RequireADecision(tidied, scheme);

        var update = TreatmentUpdate.From(tidied, this, at);
        updates.Add(update);
        AnswerCount = update.Number;
        OwesSecondAnswer = false;
        Expect(ExpectationCause.PromisedUpdate, new(update.NextUpdateOn, Promise(update)), at);
        Record(TreatmentAnswered.From(update, Reference, speaker.Key));
    }

    private void RequireAPlace(TreatmentAnswer answer, Body speaker)
    {
        Require(speaker.Id == BodyId, TrackingRules.ABodyAnswersWhatItIsInChargeOf);
        Require(
            answer.After is null || answer.After == AnswerCount,
            TrackingRules.AnAnswerIsWrittenKnowingTheLast
        );
        Require(
            answer.Corrects is null || updates.Exists(update => update.Number == answer.Corrects),
            TrackingRules.ACorrectionNamesAnEarlierAnswer
        );
    }

    private static void RequireWords(TreatmentAnswer answer, StatusScheme scheme, DateTimeOffset at)
    {
        Require(scheme.Find(answer.Status) is not null, TrackingRules.AStatusBelongsToTheScale);
        Require(answer.HasReason, TrackingRules.EveryStatusHasAReason);
        Require(answer.IsSigned, TrackingRules.AnAnswerIsSignedByAFunction);
        Require(answer.HasSafeEvidence, TrackingRules.EvidenceCanBeChecked);
        Require(answer.IsCheckedInPublic, TrackingRules.ACheckIsSignedAndPublic);
        Require(answer.CitesLawsThatCanBeLookedUp, TrackingRules.ALawCanBeLookedUp);
        Require(answer.HasReadableMeasure, TrackingRules.ASuccessMeasureIsShort);
        Require(IsAhead(answer.NextUpdateOn, at), TrackingRules.APromiseLooksAhead);
    }

    // What was answered elsewhere, before these rules, is told as it was.
    private static void RequireADecision(TreatmentAnswer answer, StatusScheme scheme)
    {
        if (answer is { ImportedFrom: not null, Decision: null })
        {
            return;
        }

        var isRefused = scheme.Find(answer.Status)?.Category == StatusCategory.Declined;
        Require(
            !isRefused || answer.Decision is { IsARefusal: true },
            TrackingRules.ARefusedStatusIsARefusal
        );
        Require(
            answer.Decision is not { IsARefusal: true } refusal || (refusal.IsArgued && answer.HasEvidence),
            TrackingRules.ARefusalIsArgued
        );
        Require(answer.Decision is null or { IsSaidInFull: true }, TrackingRules.ADecisionIsSaidInFull);
    }

    private static string Promise(TreatmentUpdate update) =>
        update.NextUpdateOn is null ? "" : $"promesse de la réponse {update.Number}";

    private static bool IsAhead(DateOnly? promised, DateTimeOffset at)
    {
        var today = DateOnly.FromDateTime(at.UtcDateTime);
        return promised is null || (promised > today && promised <= today.AddYears(10));
    }
}
