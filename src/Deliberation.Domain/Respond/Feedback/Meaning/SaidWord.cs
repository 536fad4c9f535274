namespace Deliberation.Domain.Respond.Feedback.Meaning;

/// <summary>A word that someone said, as it was written and as it is compared.</summary>
/// <param name="Stem">What words of its family share, without accents.</param>
/// <param name="Surface">The word itself, in lower case.</param>
public sealed record SaidWord(string Stem, string Surface);
