namespace Deliberation.Domain.Respond.Feedback.Imports;

/// <summary>What must hold of the exports of another service that are brought in as feedback.</summary>
public static class ImportRules
{
    public static readonly Rule AnExportIsBounded = new(
        "imports.bounded",
        "Un export compte au plus 5 000 avis, 60 colonnes et 6 millions de caractères."
    );

    public static readonly Rule AnExportHasHeadings = new(
        "imports.headings",
        "La première ligne d’un export nomme ses colonnes, et chaque ligne suivante est un avis."
    );

    public static readonly Rule AnExportIsUnderstood = new(
        "imports.four-columns",
        "Un export est repris quand on sait où sont l’identifiant, la date, la satisfaction et le commentaire."
    );

    public static readonly Rule ANoticeHasAnId = new(
        "imports.id",
        "Chaque avis porte son identifiant : des lettres et des chiffres, sans espace, 64 au plus."
    );

    public static readonly Rule ANoticeComesOnce = new(
        "imports.once",
        "Un avis ne vient qu’une fois dans un export."
    );

    public static readonly Rule ANoticeIsPast = new(
        "imports.past-day",
        "Un avis repris porte un jour passé, en 2015 ou plus tard."
    );

    public static readonly Rule ASatisfactionHasItsMark = new(
        "imports.mark",
        "La satisfaction d’un avis se traduit par une de nos cinq notes."
    );

    public static readonly Rule ARefusedLineIsLeftOutKnowingly = new(
        "imports.left-out-knowingly",
        "Des lignes refusées sont laissées de côté seulement si vous le dites."
    );
}
