namespace Deliberation.Domain.Deliberate.Drafting;

/// <summary>The rules of writing together, one sentence each.</summary>
public static class DraftingRules
{
    public static readonly Rule AChangeFitsItsText = new(
        "drafting.malformed",
        "Une modification s’applique exactement au texte qu’elle modifie."
    );

    public static readonly Rule ATextHasALimit = new(
        "drafting.too-large",
        "Un texte compte 100 000 signes au plus."
    );

    public static readonly Rule AFrozenTextDoesNotMove = new(
        "drafting.frozen",
        "Un texte gelé ne change plus."
    );

    public static readonly Rule OnlyWritersWrite = new(
        "drafting.not-a-writer",
        "Seuls les membres qui rédigent modifient un texte."
    );

    public static readonly Rule ABaseIsKnown = new(
        "drafting.base-too-old",
        "Une modification part d’une version récente du texte."
    );

    public static readonly Rule AHandIsOnePerson = new(
        "drafting.another-hand",
        "Une saisie appartient à une seule personne."
    );

    public static readonly Rule ChangesComeInOrder = new(
        "drafting.out-of-order",
        "Les modifications d’une saisie arrivent dans l’ordre."
    );

    public static readonly Rule AFreezeSaysWhy = new(
        "drafting.freeze-says-why",
        "Un texte est gelé pour une raison, dite en 3 à 200 caractères."
    );

    public static readonly Rule OnlyAFrozenTextThaws = new(
        "drafting.only-frozen-thaws",
        "Seul un texte gelé peut être rouvert."
    );

    public static readonly Rule MembersReadDrafts = new(
        "drafting.not-a-member",
        "Les textes de travail sont lus par les membres du dispositif."
    );

    public static readonly Rule APageAsksAtAHumanPace = new(
        "drafting.too-many",
        "Une page envoie un nombre limité de modifications par seconde."
    );

    public static readonly Rule AnAnchorHoldsWords = new(
        "drafting.anchor",
        "Un commentaire ou un amendement porte sur des mots qui sont dans le texte."
    );

    public static readonly Rule AnAdoptionFindsTheTextAsRead = new(
        "drafting.moved-on",
        "Le texte change en ce moment même. Recommencez dans un instant."
    );
}
