namespace Deliberation.Domain.Respond.Feedback;

/// <summary>What must always hold of patients' feedback.</summary>
public static class FeedbackRules
{
    public static readonly Rule AFeedbackHasAMark = new(
        "feedback.has-a-mark",
        "Un retour donne une note générale et dit de quoi il parle."
    );

    public static readonly Rule AFeedbackIsInALanguageOfTheService = new(
        "feedback.is-in-a-language-of-the-service",
        "Un retour est écrit en français ou en anglais."
    );

    public static readonly Rule AFeedbackSaysSomething = new(
        "feedback.says-something",
        "Un retour répond à au moins une des questions avec des mots."
    );

    public static readonly Rule AnAnswerHasALimit = new(
        "feedback.answer-has-a-limit",
        "Une réponse compte au plus 4 000 caractères."
    );

    public static readonly Rule ATextIsWellFormed = new(
        "feedback.text-is-well-formed",
        "Un texte ne contient que des caractères lisibles."
    );

    public static readonly Rule ADepartementExists = new(
        "feedback.departement-exists",
        "Le département est un numéro français, par exemple 35, 2A ou 974."
    );

    public static readonly Rule AFeedbackIsSentOnce = new(
        "feedback.is-sent-once",
        "Ce retour a déjà été envoyé. Commencez-en un autre pour ajouter quelque chose."
    );

    public static readonly Rule AMediatorSaysWhichDay = new(
        "feedback.mediator-says-which-day",
        "Un retour saisi par un médiateur a été donné aujourd’hui ou depuis un an au plus."
    );

    public static readonly Rule AnotherPersonPublishesWhatWasTyped = new(
        "feedback.another-person-publishes-what-was-typed",
        "Qui a saisi le retour d’une autre personne ne le publie pas : un autre modérateur le lit."
    );

    public static readonly Rule ModerationFollowsReception = new(
        "feedback.moderation-follows-reception",
        "Ce retour n’est plus dans un état qui permet cette décision."
    );

    public static readonly Rule OnlyWhatIsWrittenIsHidden = new(
        "feedback.only-what-is-written-is-hidden",
        "Les mots à masquer, deux caractères au moins, figurent dans le retour."
    );

    public static readonly Rule OnlyAWithheldFeedbackIsContested = new(
        "feedback.only-withheld-is-contested",
        "Seul un retour écarté peut être contesté, une fois par décision."
    );

    public static readonly Rule AContestSaysWhy = new(
        "feedback.contest-says-why",
        "Une contestation s’explique en quelques mots."
    );

    public static readonly Rule OnlyAPublishedFeedbackIsLinked = new(
        "feedback.only-published-is-linked",
        "Seul un retour publié peut être relié à une proposition."
    );

    public static readonly Rule AFeedbackIsLinkedOnce = new(
        "feedback.is-linked-once",
        "Ce retour est déjà relié à cette proposition."
    );

    public static readonly Rule OnlyALinkIsUndone = new(
        "feedback.only-a-link-is-undone",
        "Ce retour n’est pas relié à cette proposition."
    );

    public static readonly Rule AReferenceNamesAProposition = new(
        "feedback.reference-names-a-proposition",
        "Une proposition se désigne par sa référence, par exemple AC-2021-01-P12."
    );

    public static readonly Rule OnlyAPublishedFeedbackIsPassedOn = new(
        "feedback.only-published-is-passed-on",
        "Seul un retour publié peut être transmis à un organisme."
    );

    public static readonly Rule ABodyAnswersWhatWasPassedOnToIt = new(
        "feedback.body-answers-what-was-passed-on",
        "Un organisme répond aux retours qui lui ont été transmis."
    );

    public static readonly Rule AReplyIsSigned = new(
        "feedback.reply-is-signed",
        "Une réponse est signée par une fonction."
    );

    public static readonly Rule AReplySaysSomething = new(
        "feedback.reply-says-something",
        "Une réponse explique, en 10 à 4 000 caractères."
    );

    public static readonly Rule APlannedChangeHasADate = new(
        "feedback.planned-change-has-a-date",
        "Un changement prévu a une date à venir ; les autres réponses n’en ont pas."
    );

    public static readonly Rule AMadeChangeHasEvidence = new(
        "feedback.made-change-has-evidence",
        "Un changement fait se montre par un élément vérifiable ; les autres réponses n’en ont pas."
    );

    public static readonly Rule OneReplyAtATime = new(
        "feedback.one-reply-at-a-time",
        "Une réponse attend déjà d’être relue."
    );

    public static readonly Rule ASecondPersonReadsAClaim = new(
        "feedback.second-person-reads-a-claim",
        "L’annonce d’un changement est relue par une autre personne avant d’être publiée."
    );

    public static readonly Rule SendingBackSaysWhy = new(
        "feedback.sending-back-says-why",
        "Renvoyer une réponse à son auteur s’explique."
    );

    public static readonly Rule OnlyAnAnsweredFeedbackIsClosed = new(
        "feedback.only-answered-is-closed",
        "L’auteur dit si son retour a été utile après une réponse, une seule fois."
    );

    public static readonly Rule AWithdrawnFeedbackStaysWithdrawn = new(
        "feedback.withdrawn-stays-withdrawn",
        "Un retour retiré par son auteur reste retiré."
    );

    public static readonly Rule OnlyWhatIsSetAsideIsErasedInTime = new(
        "feedback.only-set-aside-is-erased-in-time",
        "Seuls les mots d’un retour écarté sont effacés, quand leur délai est passé."
    );

    public static readonly Rule AProfileIsForgottenInTime = new(
        "feedback.profile-is-forgotten-in-time",
        "La tranche d’âge et le département sont effacés deux ans après la réception, pas avant."
    );

    public static readonly Rule AnErasedFeedbackStaysErased = new(
        "feedback.erased-stays-erased",
        "Les mots de ce retour sont effacés : leur délai est passé."
    );

    public static readonly Rule TwoDecideOnASeriousFeedback = new(
        "feedback.two-decide-on-a-serious-one",
        "Un retour grave se décide à deux : une personne propose, une autre confirme."
    );

    public static readonly Rule WhoeverLowersDoesNotDecideAlone = new(
        "feedback.whoever-lowers-does-not-decide-alone",
        "Qui a abaissé la gravité d’un retour ne le décide pas seul."
    );

    public static readonly Rule AnotherPersonConfirms = new(
        "feedback.another-person-confirms",
        "Une décision proposée est confirmée par une autre personne."
    );

    public static readonly Rule TheDecisionIsTheOneThatWasRead = new(
        "feedback.decision-is-the-one-read",
        "La décision proposée a changé depuis que vous l’avez lue. Relisez-la."
    );

    public static readonly Rule OneDecisionWaitsAtATime = new(
        "feedback.one-decision-waits-at-a-time",
        "Une décision sur ce retour attend déjà d’être confirmée."
    );

    public static readonly Rule TriageSaysWhy = new(
        "feedback.triage-says-why",
        "Changer la gravité, proposer, refuser ou alerter s’explique, en 5 à 1 000 caractères."
    );

    public static readonly Rule ANewSeverityDiffers = new(
        "feedback.new-severity-differs",
        "La nouvelle gravité n’est pas celle que ce retour a déjà."
    );

    public static readonly Rule AnAlertIsForAnUrgentFeedback = new(
        "feedback.alert-is-for-an-urgent-one",
        "Une alerte se note sur un retour urgent."
    );

    public static readonly Rule SomebodyIsToldOfUrgentFeedback = new(
        "feedback.somebody-is-told-of-urgent-one",
        "La lettre d’un retour urgent part à une personne au moins."
    );

    public static readonly Rule ABodySendsOnWhatItHasNotAnswered = new(
        "feedback.body-sends-on-what-it-has-not-answered",
        "Un organisme passe à un autre un retour qui lui est transmis et auquel il n’a pas répondu."
    );

    public static readonly Rule SendingOnSaysWhy = new(
        "feedback.sending-on-says-why",
        "Passer un retour à un autre organisme s’explique, en 5 à 1 000 caractères."
    );
}
