namespace Deliberation.Domain.Deliberate.Drafting;

/// <summary>What holds for every proposal.</summary>
public static class ProposalRules
{
    public static readonly Rule ATitleIsShort = new(
        "proposals.title",
        "Un titre compte de 3 à 200 caractères."
    );

    public static readonly Rule AThemeIsShort = new(
        "proposals.theme",
        "Un thème compte 100 caractères au plus."
    );

    public static readonly Rule ReasonsHaveALimit = new(
        "proposals.rationale",
        "L’exposé des motifs compte 5 000 caractères au plus."
    );

    public static readonly Rule StatesFollowInOrder = new(
        "proposals.state-order",
        "Une proposition passe par les étapes prévues, dans l’ordre."
    );

    public static readonly Rule AVotedWordingIsFixed = new(
        "proposals.voted-wording",
        "Une proposition mise au vote ou décidée ne change plus."
    );

    public static readonly Rule AWithdrawalSaysWhy = new(
        "proposals.withdrawal-says-why",
        "Un retrait est accompagné de sa raison, en 10 à 1 000 caractères."
    );

    public static readonly Rule AMergeHasAnotherProposal = new(
        "proposals.merge-target",
        "Une proposition fusionne avec une autre du même dispositif, encore en cours d’écriture."
    );

    public static readonly Rule ADecisionTakenElsewhereCitesItsMinutes = new(
        "proposals.cites-minutes",
        "Une décision prise hors de la plateforme cite son compte rendu."
    );

    public static readonly Rule ATextStaysInItsSpace = new(
        "proposals.same-space",
        "Un texte reste dans le dispositif où il a été écrit."
    );

    public static readonly Rule OnlyAMergedProposalIsSetApart = new(
        "proposals.only-merged-apart",
        "Seule une proposition fusionnée peut être séparée à nouveau."
    );

    public static readonly Rule ASplitLeavesWordsOnBothSides = new(
        "proposals.split",
        "Une proposition se coupe entre deux paragraphes, avec du texte des deux côtés."
    );

    internal static bool IsTitle(string title) => title.Trim().Length is >= 3 and <= 200;
}
