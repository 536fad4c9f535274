namespace Deliberation.Domain.Respond.Spreadsheets;

/// <summary>What holds for every table that is given to be read.</summary>
public static class SheetRules
{
    public static readonly Rule ACellIsWrittenOut = new(
        "sheets.no-formula",
        "Une case contient un texte, un nombre ou une date, jamais une formule ni une erreur de calcul."
    );

    public static readonly Rule ACellStandsAlone = new(
        "sheets.no-merged-cells",
        "Une case fusionnée ne dit pas à quelle ligne elle appartient : il faut la scinder."
    );

    public static readonly Rule AColumnComesOnce = new(
        "sheets.column-once",
        "Chaque colonne d’un tableau ne vient qu’une fois."
    );

    public static readonly Rule AnAnswerIsCitedByItsNumber = new(
        "sheets.answer-number",
        "Une réponse déjà donnée est citée par son numéro."
    );

    public static readonly Rule ADateIsWrittenInFull = new(
        "sheets.date",
        "Une date s’écrit 2026-03-05 ou 05/03/2026, ou avec le format de date du tableur."
    );

    public static readonly Rule AFileCanBeRead = new(
        "sheets.readable",
        "Un tableau est un fichier CSV ou XLSX en bon état."
    );

    public static readonly Rule AFileHasNoPassword = new(
        "sheets.no-password",
        "Un classeur protégé par un mot de passe ne peut pas être lu : il faut l’enregistrer sans."
    );

    public static readonly Rule AFileIsSmall = new(
        "sheets.small",
        "Un tableau pèse au plus 5 Mo, et 40 Mo une fois décompressé."
    );

    public static readonly Rule AFollowUpHasHeadings = new(
        "sheets.follow-up-headings",
        "La première ligne d’un suivi repris nomme ses colonnes : au moins la proposition et le statut."
    );

    public static readonly Rule ALineNamesAPropositionOfTheOpinion = new(
        "sheets.proposition-of-the-opinion",
        "Chaque ligne nomme une proposition de cet avis, par sa référence, son numéro ou son titre."
    );

    public static readonly Rule ALineNamesAProposition = new(
        "sheets.reference",
        "Chaque ligne cite la référence d’une proposition publiée."
    );

    public static readonly Rule AnOldWorkbookIsSavedAnew = new(
        "sheets.no-old-format",
        "L’ancien format XLS n’est pas lu : il faut enregistrer le classeur en XLSX ou en CSV."
    );

    public static readonly Rule APropositionComesOnce = new(
        "sheets.proposition-once",
        "Une proposition ne vient qu’une fois dans un tableau."
    );

    public static readonly Rule AQuoteIsClosed = new(
        "sheets.quote-closed",
        "Une case qui s’ouvre par un guillemet se ferme par un guillemet."
    );

    public static readonly Rule AReplyNamesItsPosition = new(
        "sheets.reply-position",
        "Dans une case, chaque réponse à une position minoritaire commence sa ligne par M1, M2, puis deux points."
    );

    public static readonly Rule ASheetHasHeadings = new(
        "sheets.headings",
        "La première ligne d’un tableau nomme ses colonnes : au moins la référence, le statut et la raison."
    );

    public static readonly Rule ASheetIsBounded = new(
        "sheets.bounded",
        "Un tableau compte au plus 5 000 lignes et 200 colonnes."
    );

    public static readonly Rule ASheetIsTakenWhole = new(
        "sheets.all-or-nothing",
        "Un tableau est publié en entier ou pas du tout : aucune ligne ne doit être refusée."
    );

    public static readonly Rule AWordIsOfItsList = new(
        "sheets.list-words",
        "Une décision, un motif de refus ou une fidélité s’écrit avec les mots de sa liste."
    );
}
