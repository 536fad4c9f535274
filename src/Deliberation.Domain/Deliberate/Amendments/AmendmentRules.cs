namespace Deliberation.Domain.Deliberate.Amendments;

/// <summary>What holds for every amendment.</summary>
public static class AmendmentRules
{
    public static readonly Rule AnAmendmentSaysWhy = new(
        "amendments.says-why",
        "Un amendement est accompagné de son exposé des motifs, en 10 à 2 000 caractères."
    );

    public static readonly Rule AnAmendmentChangesWords = new(
        "amendments.changes-words",
        "Un amendement propose d’autres mots que ceux du texte, 20 000 signes au plus."
    );

    public static readonly Rule OnlyAnOpenAmendmentIsDecided = new(
        "amendments.open",
        "Un amendement est décidé une seule fois, tant qu’il est en attente."
    );

    public static readonly Rule AnotherHandAdopts = new(
        "amendments.another-hand",
        "Un amendement est adopté par une autre personne que son auteur."
    );

    public static readonly Rule AnAdoptionIsAsShown = new(
        "amendments.as-shown",
        "Les mots à remplacer ont changé depuis. Relisez l’amendement avant de l’adopter."
    );

    public static readonly Rule ARejectionSaysWhy = new(
        "amendments.rejection-says-why",
        "Un rejet est accompagné de sa raison, en 10 à 1 000 caractères."
    );

    public static readonly Rule OnlyItsAuthorWithdraws = new(
        "amendments.its-author",
        "Un amendement est retiré par son auteur."
    );
}
