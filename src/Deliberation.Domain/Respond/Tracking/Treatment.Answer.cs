using Deliberation.Domain.Respond.Instruction;

namespace Deliberation.Domain.Respond.Tracking;

public sealed partial class Treatment
{
    /// <summary>Gives one more answer, in the name of <paramref name="speaker"/>; the same key answers once.</summary>
    /// <exception cref="RuleBroken">
    /// Another body, a body that has its answers read and signed first, an unknown status, no reason or signature, an
    /// unsafe link, a refusal that is not argued, a law that cannot be looked up, a correction of nothing, a minority
    /// position left without reply, a stale form.
    /// </exception>
    public void Answer(TreatmentAnswer answer, Body speaker, StatusScheme scheme, DateTimeOffset now)
    {
        if (updates.Exists(update => update.Key == answer.Key))
        {
            return;
        }

        Require(!speaker.HasChain, InstructionRules.AnAnswerGoesThroughTheChain);
        AnswerOnceSigned(answer, speaker, scheme, now);
    }

    internal void AnswerOnceSigned(
        TreatmentAnswer answer,
        Body speaker,
        StatusScheme scheme,
        DateTimeOffset now
    )
    {
        if (updates.Exists(update => update.Key == answer.Key))
        {
            return;
        }

        var tidied = Check(answer, speaker, scheme, now);
        var update = TreatmentUpdate.From(tidied, this, NotBeforeTheLast(now));
        updates.Add(update);
        AnswerCount = update.Number;
        OwesSecondAnswer = false;
        // To a withdrawn proposition an answer may still be given, and its promise read: the clock does not run on it.
        var promised = WithdrawnAt is null ? update.NextUpdateOn : null;
        Expect(ExpectationCause.PromisedUpdate, new(promised, Promise(update, promised)), update.At);
        Record(TreatmentAnswered.From(update, Reference, speaker.Key));
    }

    /// <summary>What answering now would keep and publish; nothing changes.</summary>
    /// <exception cref="RuleBroken">The answer itself would be refused.</exception>
    public TreatmentUpdate Rehearse(
        TreatmentAnswer answer,
        Body speaker,
        StatusScheme scheme,
        DateTimeOffset now
    ) => TreatmentUpdate.From(Check(answer, speaker, scheme, now), this, NotBeforeTheLast(now));

    /// <summary>The answer without stray spaces, once it is sure that it may be given.</summary>
    internal TreatmentAnswer Check(
        TreatmentAnswer answer,
        Body speaker,
        StatusScheme scheme,
        DateTimeOffset now
    )
    {
        var tidied = answer.Tidied();
        RequireAPlace(tidied, speaker);
        RequireWords(tidied, scheme, NotBeforeTheLast(now));
        RequireADecision(tidied, scheme);
        RequireReplies(tidied);
        return tidied;
    }

    private DateTimeOffset NotBeforeTheLast(DateTimeOffset now) =>
        Latest is { } latest && latest.At > now ? latest.At : now;

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
        Require(answer.IsFilledIn, InstructionRules.ABlankIsFilledIn);
        Require(answer.IsSigned, TrackingRules.AnAnswerIsSignedByAFunction);
        Require(answer.HasSafeEvidence, TrackingRules.EvidenceCanBeChecked);
        Require(answer.IsCheckedInPublic, TrackingRules.ACheckIsSignedAndPublic);
        Require(answer.CitesLawsThatCanBeLookedUp, TrackingRules.ALawCanBeLookedUp);
        Require(answer.NamesItsDocuments, TrackingRules.ADocumentHasATitleAndAnAddress);
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

    private static string Promise(TreatmentUpdate update, DateOnly? promised) =>
        promised is null ? "" : $"promesse de la réponse {update.Number}";

    private static bool IsAhead(DateOnly? promised, DateTimeOffset at)
    {
        var today = WorkingDays.DateInParis(at);
        return promised is null || (promised > today && promised <= today.AddYears(10));
    }
}
