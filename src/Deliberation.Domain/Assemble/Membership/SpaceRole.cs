namespace Deliberation.Domain.Assemble.Membership;

/// <summary>What a person may do in one space.</summary>
public enum SpaceRole
{
    /// <summary>Membre: writes, amends, votes, judges the answers.</summary>
    Member = 1,

    /// <summary>Rapporteur: a member who also presents the opinion.</summary>
    Rapporteur = 2,

    /// <summary>Animateur: runs sessions, drafting and votes; does not vote.</summary>
    Facilitator = 3,

    /// <summary>Expert: is heard and may read the drafts.</summary>
    Expert = 4,

    /// <summary>Observateur: reads the drafts.</summary>
    Observer = 5,
}

/// <summary>Who may do what, in one place.</summary>
public static class SpaceRoles
{
    /// <summary>The roles that have a vote, also for queries.</summary>
    public static readonly IReadOnlyList<SpaceRole> Voters = [SpaceRole.Member, SpaceRole.Rapporteur];

    public static bool Votes(this SpaceRole role) => Voters.Contains(role);

    public static bool Writes(this SpaceRole role) =>
        role is SpaceRole.Member or SpaceRole.Rapporteur or SpaceRole.Facilitator;

    public static bool Facilitates(this SpaceRole role) => role is SpaceRole.Facilitator;
}
