namespace Deliberation.Domain.Respond.Feedback;

/// <summary>The general mark, in five words: très mauvais, mauvais, moyen, bon, très bon.</summary>
public enum Mark
{
    VeryBad = 1,
    Bad = 2,
    Average = 3,
    Good = 4,
    VeryGood = 5,
}

/// <summary>The part of the health space a feedback is about.</summary>
public enum Part
{
    /// <summary>Se connecter : compte, mot de passe, identité.</summary>
    Login = 1,

    /// <summary>Les documents de santé.</summary>
    Documents = 2,

    /// <summary>La messagerie avec les professionnels.</summary>
    Messaging = 3,

    /// <summary>L’agenda, les rendez-vous et les rappels.</summary>
    Agenda = 4,

    /// <summary>Les applications et le catalogue.</summary>
    Apps = 5,

    /// <summary>Les accès, le consentement et la confidentialité.</summary>
    Consent = 6,

    /// <summary>L’aide : téléphone, accueil, accompagnement.</summary>
    Help = 7,

    /// <summary>Autre chose.</summary>
    Other = 8,
}

/// <summary>The age band an author may give; never the age itself.</summary>
public enum AgeBand
{
    Under18 = 1,
    From18To29 = 2,
    From30To44 = 3,
    From45To59 = 4,
    From60To74 = 5,
    From75 = 6,
}

/// <summary>Whether the author looked for help, and found it.</summary>
public enum Contact
{
    NotTried = 1,
    Reached = 2,
    NotReached = 3,
}

/// <summary>The door a feedback came in by.</summary>
public enum Door
{
    Form = 1,
    Api = 2,

    /// <summary>A FHIR R4 QuestionnaireResponse.</summary>
    Fhir = 3,

    /// <summary>A paper form, typed by a mediator.</summary>
    Paper = 4,

    /// <summary>A call, typed by a mediator.</summary>
    Phone = 5,

    /// <summary>The same form as ours, shown in a page of the health space.</summary>
    Widget = 6,

    /// <summary>An export of « Je donne mon avis », the French State's service, brought in by a moderator.</summary>
    JeDonneMonAvis = 10,
}

/// <summary>What the doors have in common, written once.</summary>
public static class Doors
{
    /// <summary>Whether somebody else than the author typed what came in by it.</summary>
    public static bool HasAMediator(this Door door) => door is Door.Paper or Door.Phone;
}

/// <summary>Why a feedback is not published; the code is public, the feedback is not.</summary>
public enum WithholdingReason
{
    /// <summary>One can tell who is spoken of, even after masking.</summary>
    PersonalData = 1,
    Insult = 2,
    OffTopic = 3,

    /// <summary>It accuses a person who can be recognised.</summary>
    Accusation = 4,
    Unlawful = 5,

    /// <summary>The same author said the same thing already.</summary>
    Duplicate = 6,

    /// <summary>Somebody may be in danger: help comes before a publication.</summary>
    Danger = 7,

    /// <summary>It tells of the health of somebody else.</summary>
    ThirdPartyHealth = 8,
}

/// <summary>The author’s last word: was it useful to give feedback?</summary>
public enum ClosingMark
{
    Useful = 1,
    Partly = 2,
    NotUseful = 3,
}
