namespace Deliberation.Web.Features.Verify.Ledger;

/// <summary>The kinds of act that this version knows how to say.</summary>
internal static class ActKinds
{
    /// <summary>What each kind is called, by the name under which it is sealed.</summary>
    public static readonly IReadOnlyDictionary<string, string> Names = new Dictionary<string, string>(
        StringComparer.Ordinal
    )
    {
        ["ResultProclaimed"] = "Résultats de votes",
        ["OpinionPublished"] = "Avis publiés",
        ["SchemeAdopted"] = "Échelles de statuts choisies",
        ["TreatmentOpened"] = "Propositions en attente de réponse",
        ["TreatmentAnswered"] = "Réponses des institutions",
        ["TreatmentEntrusted"] = "Changements d’organisme",
        ["TreatmentSuspended"] = "Délais suspendus",
        ["TreatmentResumed"] = "Délais repris",
        ["SecondAnswerDue"] = "Deuxièmes réponses dues",
        ["PropositionWithdrawn"] = "Propositions retirées d’un avis",
        ["PropositionRestored"] = "Propositions remises dans un avis",
        ["VerdictTermsSet"] = "Conditions d’appréciation",
        ["VerdictPublished"] = "Appréciations des membres",
        ["FeedbackLinked"] = "Retours reliés à une proposition",
        ["FeedbackUnlinked"] = "Liens de retours défaits",
        ["FeedbackAnswered"] = "Réponses à des retours",
        ["FeedbackTakenDown"] = "Retours retirés par la modération",
        ["FeedbackWithdrawn"] = "Retours retirés par leur auteur",
        ["FeedbackRegrouped"] = "Retours déplacés d’un sujet à un autre",
        ["SubjectNamed"] = "Sujets nommés",
        ["SubjectMerged"] = "Sujets réunis",
        ["SubjectDismissed"] = "Sujets écartés",
        ["SubjectReached"] = "Sujets qui ont atteint leur seuil",
        ["SubjectPutOnAgenda"] = "Sujets mis à l’ordre du jour",
        ["ThresholdDecided"] = "Seuils des sujets décidés",
    };
}
