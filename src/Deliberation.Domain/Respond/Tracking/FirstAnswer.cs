namespace Deliberation.Domain.Respond.Tracking;

/// <summary>Who must answer a proposition first, by when, and who says so.</summary>
/// <param name="Body">The body in charge.</param>
/// <param name="DueOn">The last day of the promised time; null when nobody promised anything.</param>
/// <param name="Basis">What the date rests on, in one sentence: « engagement du ministère du 3 mars 2026 ».</param>
public sealed record FirstAnswer(Body Body, DateOnly? DueOn, string Basis);

/// <summary>A published proposition, as its treatment names it.</summary>
/// <param name="OpinionId">The opinion it belongs to.</param>
/// <param name="Number">Its number in the opinion, from 1.</param>
/// <param name="Reference">Its published name: <c>AC-2021-01-P12</c>.</param>
/// <param name="Title">Its title, as published.</param>
/// <param name="Theme">Its theme, in the opinion's words; empty when it has none.</param>
public sealed record TreatedProposition(
    Guid OpinionId,
    int Number,
    string Reference,
    string Title,
    string Theme
)
{
    /// <summary>How many minority positions were published beside it; each is owed a reply.</summary>
    public int MinorityPositions { get; init; }
}
