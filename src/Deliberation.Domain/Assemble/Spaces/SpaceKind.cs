namespace Deliberation.Domain.Assemble.Spaces;

/// <summary>What kind of participatory process a space is.</summary>
public enum SpaceKind
{
    /// <summary>Comité citoyen: the same persons, drawn by lot, over several sessions.</summary>
    Committee = 1,

    /// <summary>Ateliers citoyens: many small groups, each once or twice.</summary>
    Workshops = 2,

    /// <summary>Convention citoyenne: a panel that delivers propositions to institutions.</summary>
    Convention = 3,

    /// <summary>Assises: where results are made public and discussed.</summary>
    Conference = 4,

    /// <summary>Comité de suivi: citizens and professionals who follow what was promised.</summary>
    Monitoring = 5,
}
