namespace Deliberation.Domain.Respond.Feedback.Masking;

/// <summary>
/// The name after a title ("le Dr Martin"), a calling ("mon médecin Durand"), a bond ("mon fils Lucas"), "je m’appelle",
/// "née", or as a signature. The title stays, the name goes. Titles from the Lexique des règles typographiques en usage
/// à l'Imprimerie nationale. Functions stay: "Madame la Ministre".
/// </summary>
internal static class PersonNames
{
    private const Role Announcing =
        Role.Title | Role.Caregiver | Role.Kin | Role.Naming | Role.Farewell | Role.Birth;

    public static void Find(ReadText read, List<PersonalDataSpan> found)
    {
        if (!read.Announces(Announcing))
        {
            return;
        }
        for (var index = 0; index + 1 < read.Words.Length; index++)
        {
            if (read.Words[index].Is(Announcing) && After(read, index) is { } name)
            {
                found.Add(
                    PersonalDataSpan.Between(
                        name.Start,
                        name.End,
                        PersonalDataKind.PersonName,
                        Certainty.Likely
                    )
                );
            }
        }
    }

    private static (int Start, int End)? After(ReadText read, int index)
    {
        var word = read.Words[index];
        if (word.Is(Role.Title))
        {
            return IsTitle(read, word) && Follows(read, index, TitleGaps(word))
                ? NameReading.After(read, index, Likeness.AnyUnknownWord)
                : null;
        }
        if (word.Is(Role.Farewell))
        {
            return Signature.After(read, index);
        }
        if (word.Is(Role.Birth) && !IsBorn(read, word))
        {
            return null;
        }
        return Follows(read, index, word.Is(Role.Naming) ? " :" : " ")
            ? NameReading.After(read, index, word.Is(Role.Kin) ? Likeness.Capital : Likeness.AnyCapital)
            : null;
    }

    // "m’appelle" has an m, "me" is a pronoun: these titles need their capitals.
    private static bool IsTitle(ReadText read, Word word) =>
        word.Length > 2
        || read.Between(word.Start, word.End)
            is "M"
                or "MM"
                or "Me"
                or "Mr"
                or "MR"
                or "mr"
                or "Ms"
                or "MS"
                or "Dr"
                or "DR"
                or "dr"
                or "Pr"
                or "PR";

    private static string TitleGaps(Word word) => word.Length <= 4 ? " .:" : " :";

    private static bool IsBorn(ReadText read, Word word) =>
        read.Between(word.Start, word.End) is "né" or "née" or "Née" or "Né" or "NÉE" or "NÉ";

    private static bool Follows(ReadText read, int index, string signs)
    {
        var gap = read.Between(read.Words[index].End, read.Words[index + 1].Start);
        foreach (var sign in gap)
        {
            if (sign is not ('\u00A0' or '\u202F' or '\t') && !signs.Contains(sign, StringComparison.Ordinal))
            {
                return false;
            }
        }
        return gap.Length is > 0 and <= 3;
    }
}
