using Deliberation.Domain.Respond.Feedback.Triage;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>What severity, and what moderators did before an outcome, is called on the desk.</summary>
internal static class TriageWords
{
    public static string French(this Severity severity) =>
        severity switch
        {
            Severity.Ordinary => "Ordinaire",
            Severity.Serious => "Grave",
            Severity.Urgent => "Urgent",
            _ => throw new ArgumentOutOfRangeException(nameof(severity), severity, "No such severity."),
        };

    public static string French(this SeveritySign sign) =>
        sign switch
        {
            SeveritySign.Danger => "Des mots disent un danger : mort, violence ou suicide.",
            SeveritySign.Accusation => "Un reproche, dans un texte qui nommait quelqu’un.",
            SeveritySign.NamedProfessional => "Une note basse, dans un texte qui nommait un professionnel.",
            SeveritySign.ChildHealth => "La santé d’un enfant.",
            _ => throw new ArgumentOutOfRangeException(nameof(sign), sign, "No such sign."),
        };

    public static string French(this TriageStep step) =>
        step.Kind switch
        {
            TriageKind.Weighed when step.Severity == Severity.Urgent => "Gravité changée : urgent",
            TriageKind.Weighed when step.Severity == Severity.Serious => "Gravité changée : grave",
            TriageKind.Weighed => "Gravité changée : ordinaire",
            TriageKind.Alerted => "Alerte donnée",
            TriageKind.Proposed when step.Reason is null => "Proposé : publier",
            TriageKind.Proposed => "Proposé : ne pas publier",
            TriageKind.Confirmed => "Confirmé par une seconde personne",
            TriageKind.Declined => "Proposition refusée ou reprise",
            TriageKind.Lapsed => "Proposition devenue sans objet",
            _ => throw new ArgumentOutOfRangeException(nameof(step), step.Kind, "No such act."),
        };

    /// <summary>The category whose colour and pattern the severity takes in badges.</summary>
    public static string Category(this Severity severity) =>
        severity switch
        {
            Severity.Urgent => "Declined",
            Severity.Serious => "Late",
            _ => "Waiting",
        };
}
