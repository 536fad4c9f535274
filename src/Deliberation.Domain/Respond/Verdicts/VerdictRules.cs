namespace Deliberation.Domain.Respond.Verdicts;

/// <summary>What holds when members judge an institution's answer.</summary>
public static class VerdictRules
{
    public static readonly Rule AWindowHasSaneTerms = new(
        "verdicts.terms",
        "Une période d’appréciation dure de 1 à 365 jours, avec un seuil de 0 à 100 et au moins cinq avis exprimés."
    );

    public static readonly Rule AChangeOfTermsSaysWhy = new(
        "verdicts.terms-say-why",
        "Des conditions d’appréciation changent pour une raison publique, de 20 à 1 000 caractères."
    );

    public static readonly Rule TheTermsAreThoseThatWereRead = new(
        "verdicts.terms-those-read",
        "Les conditions ont changé depuis que vous les avez lues. Relisez-les, puis recommencez."
    );

    public static readonly Rule AVerdictIsGivenInTheWindow = new(
        "verdicts.in-the-window",
        "Une appréciation se donne, ou se change, avant la fin de la période."
    );

    public static readonly Rule OnlyMembersWithAVoteJudge = new(
        "verdicts.only-members",
        "Seuls les membres de ce dispositif qui ont une voix jugent les réponses à leur avis."
    );

    public static readonly Rule AMemberHasOneVerdict = new(
        "verdicts.one-per-member",
        "Un membre a une seule appréciation par réponse : la dernière compte."
    );

    public static readonly Rule AJudgementIsOffered = new(
        "verdicts.offered",
        "Une appréciation se choisit parmi celles qui sont proposées."
    );

    public static readonly Rule AVerdictSaysWhy = new(
        "verdicts.says-why",
        "Une appréciation dit pourquoi, en 10 à 1 000 caractères, sauf sans avis."
    );

    public static readonly Rule NoPartialResultExists = new(
        "verdicts.no-partial-result",
        "Rien n’est compté avant la fin de la période d’appréciation."
    );

    public static readonly Rule AResultIsPublishedOnce = new(
        "verdicts.published-once",
        "Le résultat d’une période d’appréciation est publié une seule fois."
    );
}
