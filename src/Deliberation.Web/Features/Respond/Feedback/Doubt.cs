using Deliberation.Domain.Respond.Feedback;
using Deliberation.Domain.Respond.Feedback.Masking;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>Words hidden out of prudence, and whether their author keeps them.</summary>
internal sealed record Doubt(string Words, PersonalDataKind Kind, bool IsKept)
{
    public static IReadOnlyList<Doubt> Of(FormAnswers answers, IEnumerable<FeedbackQuestion> questions) =>
        [
            .. questions
                .Where(question => question.IsText)
                .SelectMany(question => PersonalData.Doubts(answers.Of(question.Key) ?? ""))
                .Distinct()
                .Take(HarmlessWords.Most)
                .Select(doubt => new Doubt(doubt.Words, doubt.Kind, answers.Harmless.Contains(doubt.Words))),
        ];

    /// <summary>What the words look like.</summary>
    public string French() =>
        Kind switch
        {
            PersonalDataKind.SocialSecurityNumber => "ressemble à un numéro de sécurité sociale",
            PersonalDataKind.ProfessionalNumber => "ressemble au numéro d’un professionnel",
            PersonalDataKind.Phone => "ressemble à un numéro de téléphone",
            PersonalDataKind.Email => "ressemble à une adresse électronique",
            PersonalDataKind.BankAccount => "ressemble à un numéro de compte",
            PersonalDataKind.BirthDate => "ressemble à une date de naissance",
            PersonalDataKind.PostalAddress => "ressemble à une adresse",
            _ => "ressemble au nom d’une personne",
        };
}
