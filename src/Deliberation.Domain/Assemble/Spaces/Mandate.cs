namespace Deliberation.Domain.Assemble.Spaces;

/// <summary>The question put to the citizens, by whom, and who runs the process.</summary>
public sealed record Mandate(string Question, string CommissionedBy, string RunBy);
