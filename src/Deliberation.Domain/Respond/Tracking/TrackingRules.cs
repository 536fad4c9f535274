namespace Deliberation.Domain.Respond.Tracking;

/// <summary>What holds for every answer an institution gives to citizens.</summary>
public static class TrackingRules
{
    public static readonly Rule ABodyAnswersWhatItIsInChargeOf = new(
        "tracking.body-in-charge",
        "Un organisme répond seulement aux propositions dont il est chargé."
    );

    public static readonly Rule ACheckIsSignedAndPublic = new(
        "tracking.check-public",
        "Une vérification dit qui l’a faite, avec un lien vers son constat."
    );

    public static readonly Rule ACorrectionNamesAnEarlierAnswer = new(
        "tracking.correction",
        "Une correction cite le numéro d’une réponse déjà donnée à la même proposition."
    );

    public static readonly Rule ADecisionIsSaidInFull = new(
        "tracking.decision-in-full",
        "Une décision partielle dit ce qui est retenu et ce qui ne l’est pas ; un renvoi dit à qui."
    );

    public static readonly Rule ADocumentHasATitleAndAnAddress = new(
        "tracking.document",
        "Chaque document joint tient sur une ligne : son titre, puis son adresse https. Huit documents au plus."
    );

    public static readonly Rule ADueDateSaysItsBasis = new(
        "tracking.due-date-basis",
        "Une date de réponse attendue dit sur quel engagement elle repose."
    );

    public static readonly Rule ALawCanBeLookedUp = new(
        "tracking.law",
        "Un texte de loi est cité par son numéro NOR ou son adresse ELI, huit au plus."
    );

    public static readonly Rule AnAnswerIsSignedByAFunction = new(
        "tracking.signed",
        "Une réponse est signée d’une fonction, de 2 à 200 caractères, jamais d’un nom."
    );

    public static readonly Rule AnAnswerIsWrittenKnowingTheLast = new(
        "tracking.stale-answer",
        "Une autre réponse vient d’être publiée : relisez-la avant de publier la vôtre."
    );

    public static readonly Rule AnEarlierAnswerHasItsDay = new(
        "tracking.earlier-day",
        "Une réponse reprise porte un jour passé, ni avant la publication de l’avis, ni avant la dernière réponse."
    );

    public static readonly Rule AnEarlierAnswerSaysItsSource = new(
        "tracking.earlier-source",
        "Une réponse reprise cite son document, en 2 à 500 caractères ; déjà donnée ailleurs, elle n’est pas relue."
    );

    public static readonly Rule APromiseLooksAhead = new(
        "tracking.promise-ahead",
        "La prochaine mise à jour est promise pour un jour à venir, dans les dix ans."
    );

    public static readonly Rule ARefusalIsArgued = new(
        "tracking.refusal-argued",
        "Un refus dit son motif, sa preuve et ce qui changerait la décision."
    );

    public static readonly Rule ARefusedStatusIsARefusal = new(
        "tracking.refusal-decision",
        "Un statut de refus va avec la décision de refuser."
    );

    public static readonly Rule AReplyHasPlainWords = new(
        "tracking.reply-words",
        "Une réponse à une position minoritaire est en mots simples, de 20 à 5 000 caractères."
    );

    public static readonly Rule AReplyIsToAPosition = new(
        "tracking.reply-to-a-position",
        "Une réponse à une position minoritaire va à une position de cette proposition, une seule à chacune."
    );

    public static readonly Rule AScaleHasDistinctStatuses = new(
        "tracking.scale",
        "Une échelle compte de 2 à 20 statuts, tous différents."
    );

    public static readonly Rule AScaleIsFixedOnceUsed = new(
        "tracking.scale-fixed",
        "Une échelle ne change plus dès qu’une réponse l’a utilisée."
    );

    public static readonly Rule AStatusBelongsToTheScale = new(
        "tracking.status-of-the-scale",
        "Le statut est choisi dans l’échelle de cet avis."
    );

    public static readonly Rule AStatusIsSaidInFull = new(
        "tracking.status-in-full",
        "Chaque statut a un code, des mots en français et en anglais, une icône, un motif et une catégorie."
    );

    public static readonly Rule ASuccessMeasureIsShort = new(
        "tracking.success-measure",
        "La façon de savoir si c’est fait tient en 10 à 1 000 caractères."
    );

    public static readonly Rule ATreatmentChangesHands = new(
        "tracking.changes-hands",
        "Cet organisme est déjà chargé de la proposition."
    );

    public static readonly Rule ATreatmentNamesItsProposition = new(
        "tracking.names-its-proposition",
        "Un traitement porte le numéro, la référence et le titre de sa proposition."
    );

    public static readonly Rule EachPositionIsRepliedTo = new(
        "tracking.positions-replied",
        "La réponse à une proposition répond aussi à chacune de ses positions minoritaires, si ce n’est déjà fait."
    );

    public static readonly Rule EveryStatusHasAReason = new(
        "tracking.reason",
        "Chaque statut est expliqué en mots simples, de 20 à 5 000 caractères."
    );

    public static readonly Rule EvidenceCanBeChecked = new(
        "tracking.evidence",
        "Une preuve est un lien qui commence par https:// ou un document cité en 500 caractères au plus."
    );
}
