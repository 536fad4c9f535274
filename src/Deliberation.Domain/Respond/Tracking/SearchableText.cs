using System.Globalization;
using System.Text;

namespace Deliberation.Domain.Respond.Tracking;

/// <summary>Text as one searches it: « Éléments » is found by « elements ».</summary>
public static class SearchableText
{
    public static string Of(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            {
                folded.Append(letter == '’' ? '\'' : char.ToLowerInvariant(letter));
            }
        }

        return folded.ToString().Normalize(NormalizationForm.FormC);
    }
}
