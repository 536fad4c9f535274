namespace Deliberation.Domain.Assemble.Membership;

/// <summary>What a person may do in the whole instance.</summary>
public enum InstanceRole
{
    /// <summary>Agent: answers in the name of one named body.</summary>
    Agent = 1,

    /// <summary>Modérateur: reads patient feedback before it is published.</summary>
    Moderator = 2,

    /// <summary>Administrateur: opens spaces and invites; never reads a secret ballot.</summary>
    Administrator = 3,
}
