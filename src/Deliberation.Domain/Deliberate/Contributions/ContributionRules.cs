namespace Deliberation.Domain.Deliberate.Contributions;

/// <summary>What holds for the raw material of proposals.</summary>
public static class ContributionRules
{
    public static readonly Rule AContributionSaysSomething = new(
        "contributions.says-something",
        "Une contribution compte de 3 à 10 000 caractères."
    );

    public static readonly Rule AContributionSaysWhoSpeaks = new(
        "contributions.says-who",
        "Une contribution dit de qui elle vient, en 1 à 120 caractères."
    );

    public static readonly Rule AFigureSaysItsMethod = new(
        "contributions.figure-method",
        "Un chiffre d’enquête donne sa source et sa méthode."
    );
}
