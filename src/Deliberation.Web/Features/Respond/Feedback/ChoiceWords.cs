using Deliberation.Domain.Respond.Feedback;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>What each answer and each stage is called on screen.</summary>
internal static class ChoiceWords
{
    public static string French(this Mark mark) =>
        mark switch
        {
            Mark.VeryBad => "Très mauvais",
            Mark.Bad => "Mauvais",
            Mark.Average => "Moyen",
            Mark.Good => "Bon",
            Mark.VeryGood => "Très bon",
            _ => throw new ArgumentOutOfRangeException(nameof(mark), mark, "No such mark."),
        };

    public static string French(this Part part) =>
        part switch
        {
            Part.Login => "Se connecter",
            Part.Documents => "Les documents de santé",
            Part.Messaging => "La messagerie",
            Part.Agenda => "L’agenda et les rappels",
            Part.Apps => "Les applications",
            Part.Consent => "Les accès et la confidentialité",
            Part.Help => "L’aide et l’accueil",
            Part.Other => "Autre chose",
            _ => throw new ArgumentOutOfRangeException(nameof(part), part, "No such part."),
        };

    public static string French(this AgeBand band) =>
        band switch
        {
            AgeBand.Under18 => "Moins de 18 ans",
            AgeBand.From18To29 => "18 à 29 ans",
            AgeBand.From30To44 => "30 à 44 ans",
            AgeBand.From45To59 => "45 à 59 ans",
            AgeBand.From60To74 => "60 à 74 ans",
            AgeBand.From75 => "75 ans et plus",
            _ => throw new ArgumentOutOfRangeException(nameof(band), band, "No such age band."),
        };

    public static string French(this Contact contact) =>
        contact switch
        {
            Contact.NotTried => "Non, je n’ai pas cherché",
            Contact.Reached => "Oui, et on m’a répondu",
            Contact.NotReached => "Oui, mais personne ne m’a répondu",
            _ => throw new ArgumentOutOfRangeException(nameof(contact), contact, "No such answer."),
        };

    /// <summary>How it came in; of a mediator’s, on what they read or heard.</summary>
    public static string French(this Door door) =>
        door switch
        {
            Door.Form => "Écrit dans le formulaire en ligne",
            Door.Widget => "Écrit dans l’espace santé",
            Door.Api or Door.Fhir => "Transmis par un partenaire",
            Door.Paper => "Saisi par un médiateur, d’après un formulaire papier",
            Door.Phone => "Saisi par un médiateur, d’après un appel",
            Door.JeDonneMonAvis => "Repris de « Je donne mon avis », le service de l’État",
            _ => throw new ArgumentOutOfRangeException(nameof(door), door, "No such door."),
        };

    public static string French(this WithholdingReason reason) =>
        reason switch
        {
            WithholdingReason.PersonalData => "On peut y reconnaître une personne",
            WithholdingReason.Insult => "Il contient des insultes",
            WithholdingReason.OffTopic => "Il ne parle pas de l’espace santé",
            WithholdingReason.Accusation => "Il accuse une personne reconnaissable",
            WithholdingReason.Unlawful => "La loi interdit de le publier",
            WithholdingReason.Duplicate => "Le même retour est déjà publié",
            WithholdingReason.Danger => "Il parle d’un danger : les secours passent d’abord",
            WithholdingReason.ThirdPartyHealth => "Il raconte la santé d’une autre personne",
            _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "No such reason."),
        };

    public static string French(this ClosingMark mark) =>
        mark switch
        {
            ClosingMark.Useful => "Oui, c’était utile",
            ClosingMark.Partly => "En partie",
            ClosingMark.NotUseful => "Non",
            _ => throw new ArgumentOutOfRangeException(nameof(mark), mark, "No such mark."),
        };

    public static string French(this ReplyOutcome outcome) =>
        outcome switch
        {
            ReplyOutcome.Answer => "Une explication",
            ReplyOutcome.ChangePlanned => "Un changement prévu",
            ReplyOutcome.ChangeMade => "Un changement fait",
            ReplyOutcome.NoChange => "Pas de changement",
            _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "No such outcome."),
        };
}
