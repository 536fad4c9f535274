namespace Deliberation.Domain.Respond.Feedback.Meaning;

/// <summary>The end of a French word, cut step after step; see <see cref="FrenchStem"/> for the source.</summary>
/// <param name="word">In lower case, vowels that sound as consonants in capitals.</param>
/// <param name="verbal">Where the ending of a verb may begin (RV).</param>
/// <param name="first">After the first consonant that follows a vowel (R1).</param>
/// <param name="second">The same again after <paramref name="first"/> (R2).</param>
internal sealed class FrenchEnding(string word, int verbal, int first, int second)
{
    private const string KeptBeforeS = "aiouès";
    private const string PluralOfOu = "bhjlnp";

    private string word = word;

    public string Cut()
    {
        if (CutNoun() || CutVerbInI() || CutVerb())
        {
            word = word switch
            {
                [.., 'Y'] => word[..^1] + 'i',
                [.., 'ç'] => word[..^1] + 'c',
                _ => word,
            };
        }
        else
        {
            CutRemainder();
        }

        if (Longest(FrenchEndings.Doubled, 0) is not null)
        {
            word = word[..^1];
        }

        return WithoutLastAccent();
    }

    private bool CutNoun() =>
        Longest(FrenchEndings.Noun, 0) is { } suffix
        && (
            CutAdverb(suffix)
            ?? suffix switch
            {
                "logie" or "logies" => In(second, suffix, "log"),
                "usion" or "ution" or "usions" or "utions" => In(second, suffix, "u"),
                "ence" or "ences" => In(second, suffix, "ent"),
                "eaux" => In(0, suffix, "eau"),
                "aux" => In(first, suffix, "al"),
                "oux" => word.Length > 3
                    && PluralOfOu.Contains(word[^4], StringComparison.Ordinal)
                    && In(0, suffix, "ou"),
                "euse" or "euses" => In(second, suffix, "") || In(first, suffix, "eux"),
                "issement" or "issements" => Before(suffix) is { } letter
                    && !FrenchStem.IsVowel(letter)
                    && In(first, suffix, ""),
                _ => In(second, suffix, "") && CutBefore(suffix),
            }
        );

    // Endings in -ment: true or false as the rule holds; nothing when it is another ending.
    private bool? CutAdverb(string suffix)
    {
        switch (suffix)
        {
            case "ement" or "ements":
                return In(verbal, suffix, "") && CutBeforeEment();
            case "amment":
                In(verbal, suffix, "ant");
                return false;
            case "emment":
                In(verbal, suffix, "ent");
                return false;
            case "ment" or "ments":
                if (
                    Before(suffix) is { } letter
                    && FrenchStem.IsVowel(letter)
                    && word.Length - suffix.Length - 1 >= verbal
                )
                {
                    In(0, suffix, "");
                }

                return false;
            default:
                return null;
        }
    }

    private bool CutBeforeEment()
    {
        switch (Longest(FrenchEndings.BeforeEment, 0))
        {
            case "iv":
                _ =
                    In(second, "iv", "")
                    && word.EndsWith("at", StringComparison.Ordinal)
                    && In(second, "at", "");
                break;
            case "eus":
                _ = In(second, "eus", "") || In(first, "eus", "eux");
                break;
            case "ièr" or "Ièr":
                In(verbal, "ièr", "i");
                break;
            case { } other:
                In(second, other, "");
                break;
        }

        return true;
    }

    private bool CutBefore(string suffix)
    {
        switch (suffix)
        {
            case "ité" or "ités" when Longest(FrenchEndings.BeforeIte, 0) is { } before:
                _ =
                    In(second, before, "")
                    || (before == "abil" && In(0, before, "abl"))
                    || (before == "ic" && In(0, before, "iqU"));
                break;
            case "if" or "ive" or "ifs" or "ives" when word.EndsWith("at", StringComparison.Ordinal):
                _ = In(second, "at", "") && CutIc();
                break;
            case "atrice" or "ateur" or "ation" or "atrices" or "ateurs" or "ations":
                CutIc();
                break;
        }

        return true;
    }

    private bool CutIc() =>
        word.EndsWith("ic", StringComparison.Ordinal) && (In(second, "ic", "") || In(0, "ic", "iqU"));

    private bool CutVerbInI() =>
        Longest(FrenchEndings.VerbInI, verbal) is { } suffix
        && word.Length - suffix.Length > verbal
        && Before(suffix) is { } letter
        && letter != 'H'
        && !FrenchStem.IsVowel(letter)
        && In(0, suffix, "");

    private bool CutVerb()
    {
        switch (Longest(FrenchEndings.Verb, verbal))
        {
            case null:
                return false;
            case "ions":
                return In(second, "ions", "");
            case { } suffix when FrenchEndings.TakesE.Contains(suffix):
                In(0, suffix, "");
                if (word.Length > verbal && word[^1] == 'e')
                {
                    word = word[..^1];
                }

                return true;
            case { } suffix:
                return In(0, suffix, "");
        }
    }

    private void CutRemainder()
    {
        if (
            word is [.., var before, 's']
            && (
                word.EndsWith("His", StringComparison.Ordinal)
                || !KeptBeforeS.Contains(before, StringComparison.Ordinal)
            )
        )
        {
            word = word[..^1];
        }

        switch (Longest(FrenchEndings.Remainder, verbal))
        {
            case "ion" when word.Length - 4 >= verbal && word[^4] is 's' or 't':
                In(second, "ion", "");
                break;
            case "ion" or null:
                break;
            case "e":
                word = word[..^1];
                break;
            case { } suffix:
                In(0, suffix, "i");
                break;
        }
    }

    private string WithoutLastAccent()
    {
        var at = word.Length - 1;
        while (at >= 0 && !FrenchStem.IsVowel(word[at]))
        {
            at--;
        }

        return at >= 0 && at < word.Length - 1 && word[at] is 'é' or 'è'
            ? $"{word[..at]}e{word[(at + 1)..]}"
            : word;
    }

    private char? Before(string suffix) =>
        word.Length > suffix.Length ? word[word.Length - suffix.Length - 1] : null;

    private string? Longest(IReadOnlyList<string> longestFirst, int from) =>
        longestFirst.FirstOrDefault(suffix =>
            word.Length - suffix.Length >= from && word.EndsWith(suffix, StringComparison.Ordinal)
        );

    // Puts another ending in place of this one, when it begins in that region.
    private bool In(int region, string suffix, string instead)
    {
        var at = word.Length - suffix.Length;
        if (at < region)
        {
            return false;
        }

        word = word[..at] + instead;
        return true;
    }
}
