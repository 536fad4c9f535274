namespace Deliberation.Domain.Respond.Feedback.Meaning;

/// <summary>
/// What English words of one family share, simply: plurals, -ing and -ed. Source: step 1 of M. F. Porter, An algorithm
/// for suffix stripping, Program 14 (1980), without its later steps.
/// </summary>
public static class EnglishStem
{
    private const int Shortest = 3;

    public static string Of(string word)
    {
        var singular = word switch
        {
            _ when word.EndsWith("sses", StringComparison.Ordinal) => word[..^2],
            _ when word.EndsWith("ies", StringComparison.Ordinal) && word.Length > 4 => word[..^3] + "y",
            _ when word.EndsWith("ss", StringComparison.Ordinal) => word,
            [.., 's'] when word.Length > Shortest => word[..^1],
            _ => word,
        };
        return Tidied(WithoutTense(singular));
    }

    private static string WithoutTense(string word)
    {
        foreach (var ending in (string[])["ing", "ed"])
        {
            if (
                word.EndsWith(ending, StringComparison.Ordinal)
                && word.Length - ending.Length >= Shortest
                && word[..^ending.Length].Any(FrenchStem.IsVowel)
            )
            {
                return word[..^ending.Length];
            }
        }

        return word;
    }

    // « stopped », « stopp » and « stop » meet; so do « change » and « chang ».
    private static string Tidied(string word) =>
        word switch
        {
            [.., var one, var other]
                when one == other && !FrenchStem.IsVowel(one) && one is not ('l' or 's' or 'z') => word[..^1],
            [.., 'e'] when word.Length > Shortest => word[..^1],
            _ => word,
        };
}
