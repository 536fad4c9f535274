namespace Deliberation.Domain.Publish.Opinions;

/// <summary>What holds for every published opinion.</summary>
public static class OpinionRules
{
    public static readonly Rule AnOpinionHasAnAddress = new(
        "opinions.address",
        "L’adresse d’un avis compte de 3 à 80 lettres minuscules, chiffres ou tirets."
    );

    public static readonly Rule AnAddressIsForOneOpinion = new(
        "opinions.address-for-one",
        "Une adresse désigne un seul avis."
    );

    public static readonly Rule APublishedTextCanBeShown = new(
        "opinions.text-can-be-shown",
        "Un texte publié est assez simple pour être affiché : peu de listes imbriquées et de lignes vides."
    );

    public static readonly Rule AnOpinionHasAReference = new(
        "opinions.reference",
        "Un avis porte une référence de la forme AC-2026-01."
    );

    public static readonly Rule AnOpinionHasATitle = new(
        "opinions.title",
        "Un avis porte un titre de 3 à 200 caractères."
    );

    public static readonly Rule ASectionHasATitle = new(
        "opinions.section-title",
        "Une partie porte un titre de 3 à 200 caractères."
    );

    public static readonly Rule TextsHaveALimit = new(
        "opinions.text-limit",
        "Chaque texte d’un avis compte 100 000 caractères complets au plus."
    );

    public static readonly Rule OnlyAdoptedProposalsArePublished = new(
        "opinions.only-adopted",
        "Seules les propositions adoptées entrent dans un avis."
    );

    public static readonly Rule AProposalStandsOnce = new(
        "opinions.proposal-stands-once",
        "Une proposition figure une seule fois dans un avis."
    );

    public static readonly Rule TheTextVotedIsTheTextPublished = new(
        "opinions.text-voted-is-published",
        "Le texte publié est le texte voté."
    );

    public static readonly Rule AnOpinionHasPropositions = new(
        "opinions.has-propositions",
        "Un avis publié contient au moins une proposition."
    );

    public static readonly Rule APublishedEditionStays = new(
        "opinions.published-edition-stays",
        "Une édition publiée ne change plus ; une correction est une nouvelle édition."
    );

    public static readonly Rule WhatWasPreviewedIsPublished = new(
        "opinions.previewed-is-published",
        "On publie ce qui a été relu : l’avis a changé depuis l’aperçu."
    );

    public static readonly Rule ACorrectionSaysWhy = new(
        "opinions.correction-says-why",
        "Une nouvelle édition dit ce qu’elle corrige, en 10 à 1 000 caractères."
    );
}
