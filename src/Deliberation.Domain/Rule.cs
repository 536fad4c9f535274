namespace Deliberation.Domain;

/// <summary>One rule of the deliberation: a stable code for machines, one French sentence for people.</summary>
/// <param name="Code">Lower-case, dotted, never changed once released: <c>feature.rule</c>.</param>
/// <param name="Sentence">The rule as the charter states it, in French; the web translates it.</param>
public sealed record Rule(string Code, string Sentence);
