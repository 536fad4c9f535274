using Deliberation.Domain.Deliberate.Contributions;

namespace Deliberation.Web.Features.Deliberate.Contributions;

/// <summary>What each kind of contribution is called on screen.</summary>
internal static class KindWords
{
    public static string French(this ContributionKind kind) =>
        kind switch
        {
            ContributionKind.TableNote => "Note de table",
            ContributionKind.MemberNote => "Note d’un membre",
            ContributionKind.Hearing => "Audition",
            ContributionKind.WorkshopNote => "Note d’atelier",
            ContributionKind.SurveyFigure => "Chiffre d’enquête",
            ContributionKind.ResearchNote => "Travaux de recherche",
            ContributionKind.PatientFeedback => "Sujet de retours d’usagers",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind of contribution."),
        };
}
