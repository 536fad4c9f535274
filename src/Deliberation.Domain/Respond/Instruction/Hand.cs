namespace Deliberation.Domain.Respond.Instruction;

/// <summary>Who acts on an answer on its way, and what they had read of it.</summary>
/// <param name="By">The agent.</param>
/// <param name="BodyId">The body they speak for.</param>
/// <param name="Seen">How many steps their page showed.</param>
public sealed record Hand(Guid By, Guid BodyId, int Seen);
