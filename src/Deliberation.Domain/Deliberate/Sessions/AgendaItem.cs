namespace Deliberation.Domain.Deliberate.Sessions;

/// <summary>One point on the agenda of a session, in order from 1.</summary>
public sealed record AgendaItem(int Position, string Title);
