namespace Deliberation.Domain.Deliberate.Contributions;

/// <summary>A subject under which contributions, proposals and feedback are filed, in both languages.</summary>
/// <param name="Key">Lower case, never changed: it stands in addresses and in open data.</param>
/// <param name="French">Its name in French.</param>
/// <param name="English">Its name in English.</param>
public sealed record Theme(string Key, string French, string English);
