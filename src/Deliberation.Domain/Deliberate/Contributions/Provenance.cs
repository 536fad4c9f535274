namespace Deliberation.Domain.Deliberate.Contributions;

/// <summary>How a contribution can be cited: who said it, from which document, measured how.</summary>
/// <param name="Label">Who speaks, as shown: “Table 3”, a chosen first name, a body.</param>
/// <param name="Source">The document it was taken from; null for what was written here.</param>
/// <param name="Method">For a figure: question asked, base, dates, margin, pollster. Null otherwise.</param>
public sealed record Provenance(string Label, string? Source = null, string? Method = null);
