namespace Deliberation.Domain.Respond.Feedback.Masking;

/// <summary>What is written in place of what was hidden.</summary>
internal static class Mentions
{
    private static readonly string[] All =
    [
        .. Enum.GetValues<PersonalDataKind>()
            .SelectMany(kind => new[] { Of(kind, Certainty.Certain), Of(kind, Certainty.Likely) }),
        MaskedText.Hidden,
    ];

    public static string Of(PersonalDataKind kind, Certainty certainty) =>
        certainty == Certainty.Certain ? Sure(kind) : Doubtful(kind);

    /// <summary>The text in which a doubtful mention is written like a certain one.</summary>
    public static string Settle(string text)
    {
        foreach (var kind in Enum.GetValues<PersonalDataKind>())
        {
            text = text.Replace(Doubtful(kind), Sure(kind), StringComparison.Ordinal);
        }
        return text;
    }

    /// <summary>The length of the mention that starts here; 0 when none does.</summary>
    public static int LengthAt(string text, int index)
    {
        foreach (var mention in All)
        {
            if (string.CompareOrdinal(text, index, mention, 0, mention.Length) == 0)
            {
                return mention.Length;
            }
        }
        return 0;
    }

    private static string Sure(PersonalDataKind kind) =>
        kind switch
        {
            PersonalDataKind.SocialSecurityNumber => "[numéro de sécurité sociale masqué]",
            PersonalDataKind.ProfessionalNumber => "[numéro de professionnel masqué]",
            PersonalDataKind.Phone => "[numéro de téléphone masqué]",
            PersonalDataKind.Email => "[adresse électronique masquée]",
            PersonalDataKind.BankAccount => "[numéro de compte masqué]",
            PersonalDataKind.BirthDate => "[date de naissance masquée]",
            PersonalDataKind.PostalAddress => "[adresse masquée]",
            PersonalDataKind.PersonName => "[nom masqué]",
            _ => MaskedText.Hidden,
        };

    private static string Doubtful(PersonalDataKind kind) =>
        kind switch
        {
            PersonalDataKind.SocialSecurityNumber => "[probable numéro de sécurité sociale masqué]",
            PersonalDataKind.ProfessionalNumber => "[probable numéro de professionnel masqué]",
            PersonalDataKind.Phone => "[probable numéro de téléphone masqué]",
            PersonalDataKind.Email => "[probable adresse électronique masquée]",
            PersonalDataKind.BankAccount => "[probable numéro de compte masqué]",
            PersonalDataKind.BirthDate => "[probable date de naissance masquée]",
            PersonalDataKind.PostalAddress => "[probable adresse masquée]",
            PersonalDataKind.PersonName => "[probable nom masqué]",
            _ => MaskedText.Hidden,
        };
}
