namespace Deliberation.Domain.Assemble.Membership;

/// <summary>What holds for every person's place in a space or in the instance.</summary>
public static class MembershipRules
{
    public static readonly Rule AMemberHasAName = new(
        "membership.has-a-name",
        "Une personne apparaît sous le nom de son choix, de 1 à 60 caractères."
    );

    public static readonly Rule ATableHasANumber = new(
        "membership.table-has-a-number",
        "Une table porte un numéro, de 1 à 99."
    );

    public static readonly Rule AnAgentSpeaksForABody = new(
        "membership.agent-speaks-for-a-body",
        "Un agent répond au nom d’un organisme, et d’un seul."
    );

    public static readonly Rule AnEndedTermStaysEnded = new(
        "membership.ended-term",
        "Une participation terminée ne reprend pas ; une nouvelle invitation est nécessaire."
    );

    public static readonly Rule AnInstanceKeepsAnAdministrator = new(
        "membership.keeps-an-administrator",
        "Il reste toujours au moins une personne chargée de l’administration."
    );
}
