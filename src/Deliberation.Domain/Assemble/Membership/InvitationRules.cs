namespace Deliberation.Domain.Assemble.Membership;

/// <summary>What holds for every invitation.</summary>
public static class InvitationRules
{
    public static readonly Rule AnInvitationServesOnce = new(
        "invitations.serves-once",
        "Une invitation ne sert qu’une fois, et celle-ci a déjà servi."
    );

    public static readonly Rule ARevokedInvitationGivesNothing = new(
        "invitations.revoked",
        "Une invitation retirée ne donne accès à rien."
    );

    public static readonly Rule AnExpiredInvitationGivesNothing = new(
        "invitations.expired",
        "Une invitation expirée ne donne accès à rien."
    );

    public static readonly Rule APersonHasOnePlace = new(
        "invitations.one-place",
        "Vous avez déjà une place dans ce dispositif."
    );

    public static readonly Rule AnInvitationLastsAtMostNinetyDays = new(
        "invitations.lasts",
        "Une invitation dure de 1 à 90 jours."
    );

    public static readonly Rule OnlyAnAdministratorInvitesFacilitators = new(
        "invitations.facilitators",
        "Seule l’administration invite les personnes qui animent."
    );
}
