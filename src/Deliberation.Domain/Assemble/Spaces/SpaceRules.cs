namespace Deliberation.Domain.Assemble.Spaces;

/// <summary>What holds for every participatory process.</summary>
public static class SpaceRules
{
    public static readonly Rule ASpaceHasAQuestion = new(
        "spaces.has-a-question",
        "Un dispositif pose une question, et dit qui la pose et qui l’anime."
    );

    public static readonly Rule ASpaceHasAnAddress = new(
        "spaces.has-an-address",
        "L’adresse d’un dispositif compte de 3 à 80 lettres minuscules, chiffres ou tirets."
    );

    public static readonly Rule AnAddressServesOnce = new(
        "spaces.address-serves-once",
        "Deux dispositifs n’ont pas la même adresse."
    );

    public static readonly Rule ASpaceHasATitle = new(
        "spaces.has-a-title",
        "Un dispositif porte un titre de 3 à 200 caractères."
    );

    public static readonly Rule APhaseEndsAfterItBegins = new(
        "spaces.phase-order",
        "Une étape se termine après avoir commencé."
    );

    public static readonly Rule SeatsAreCounted = new(
        "spaces.seats",
        "Le nombre de places est compris entre 0 et 10 000."
    );
}
