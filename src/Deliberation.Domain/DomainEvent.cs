namespace Deliberation.Domain;

/// <summary>A fact, told in the past tense. It carries no personal data beyond ids.</summary>
public abstract record DomainEvent;

/// <summary>
/// A fact that the public register keeps for ever. Its public properties are what is written there,
/// so they must be publishable as they are.
/// </summary>
public interface IPublicAct
{
    /// <summary>The published thing the act is about, as the public names it: <c>AC-2021-01-P12</c>.</summary>
    string Subject { get; }

    /// <summary>The moment of the act, to the second; it may precede the moment it was entered.</summary>
    DateTimeOffset At { get; }
}
