using Deliberation.Domain.Respond.Feedback;
using Deliberation.Domain.Respond.Feedback.Masking;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>What stands in a text in place of what was hidden, to be shown in the reader's language.</summary>
internal static class MaskWords
{
    private static readonly Dictionary<string, Certainty?> All = Enum.GetValues<PersonalDataKind>()
        .SelectMany(kind => Enum.GetValues<Certainty>().Select(sure => (Words: kind.French(sure), sure)))
        .Select(mention => KeyValuePair.Create(mention.Words, (Certainty?)mention.sure))
        .Append(KeyValuePair.Create(MaskedText.Hidden, (Certainty?)null))
        .ToDictionary();

    public static bool Are(string words) => All.ContainsKey(words);

    /// <summary>What a mention stands for; null when a moderator chose the words.</summary>
    public static PersonalDataKind? KindOf(string words) =>
        Enum.GetValues<PersonalDataKind>()
            .Cast<PersonalDataKind?>()
            .FirstOrDefault(kind =>
                kind is { } one
                && (words == one.French(Certainty.Certain) || words == one.French(Certainty.Likely))
            );

    public static bool HaveDoubtful(string text) =>
        All.Any(mention =>
            mention.Value == Certainty.Likely && text.Contains(mention.Key, StringComparison.Ordinal)
        );

    /// <summary>The detector was not certain; nobody has decided yet.</summary>
    public static bool AreDoubtful(string words) => All.GetValueOrDefault(words) == Certainty.Likely;

    public static string French(this PersonalDataKind kind, Certainty certainty) =>
        certainty == Certainty.Certain ? kind.French() : kind.DoubtfulFrench();

    private static string French(this PersonalDataKind kind) =>
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
            _ => "[masqué]",
        };

    private static string DoubtfulFrench(this PersonalDataKind kind) =>
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
            _ => "[masqué]",
        };
}
