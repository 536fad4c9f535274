namespace Deliberation.Domain.Respond.Tracking;

/// <summary>How close what is done stays to what was voted, as the body that answers sees it.</summary>
public enum Fidelity
{
    /// <summary>Fidèle au texte voté.</summary>
    Faithful = 1,

    /// <summary>Adaptée.</summary>
    Adapted = 2,

    /// <summary>Affaiblie.</summary>
    Weakened = 3,

    /// <summary>Contraire au texte voté.</summary>
    Contrary = 4,

    /// <summary>Trop tôt pour le dire.</summary>
    TooEarly = 5,
}
