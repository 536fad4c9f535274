using Deliberation.Domain.Respond.Feedback;
using Deliberation.Domain.Respond.Feedback.Masking;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>What stands in a text in place of what was hidden, to be shown in the reader's language.</summary>
internal static class MaskWords
{
    private static readonly HashSet<string> All =
    [
        .. Enum.GetValues<PersonalDataKind>().Select(kind => kind.French()),
        MaskedText.Hidden,
    ];

    public static bool Are(string words) => All.Contains(words);

    public static string French(this PersonalDataKind kind) =>
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
}
