using Deliberation.Domain.Respond.Tracking;

namespace Deliberation.Domain.Respond.Spreadsheets;

/// <summary>What two spellings of the same words have in common: letters and digits, without accents or capitals.</summary>
public static class MatchKey
{
    public static string Of(string text) =>
        string.Concat(SearchableText.Of(text).Where(char.IsLetterOrDigit));
}
