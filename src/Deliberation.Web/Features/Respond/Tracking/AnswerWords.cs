using Deliberation.Domain.Respond.Tracking;

namespace Deliberation.Web.Features.Respond.Tracking;

/// <summary>What an answer decides and rests on, in plain words.</summary>
internal static class AnswerWords
{
    public static string French(this DecisionKind decision) =>
        decision switch
        {
            DecisionKind.Accepted => "Acceptée",
            DecisionKind.AcceptedInPart => "Acceptée en partie",
            DecisionKind.Declined => "Refusée",
            _ => "Transmise à un autre organisme",
        };

    public static string French(this RefusalGround ground) =>
        ground switch
        {
            RefusalGround.Law => "La loi ne le permet pas",
            RefusalGround.Cost => "Le coût est trop élevé",
            RefusalGround.Feasibility => "Ce n’est pas faisable",
            RefusalGround.AlreadyDone => "C’est déjà fait",
            RefusalGround.OutsideCompetence => "L’organisme n’a pas ce pouvoir",
            _ => "C’est un choix politique",
        };

    public static string French(this Fidelity fidelity) =>
        fidelity switch
        {
            Fidelity.Faithful => "Fidèle au texte voté",
            Fidelity.Adapted => "Adaptée",
            Fidelity.Weakened => "Affaiblie",
            Fidelity.Contrary => "Contraire au texte voté",
            _ => "Trop tôt pour le dire",
        };

    public static string French(this ExpectationCause cause) =>
        cause switch
        {
            ExpectationCause.SecondAnswer => "Deuxième réponse due",
            ExpectationCause.Suspended => "Délai suspendu",
            ExpectationCause.Resumed => "Délai repris",
            ExpectationCause.Withdrawn => "Proposition retirée de l’avis",
            ExpectationCause.Restored => "Proposition remise dans l’avis",
            ExpectationCause.PromisedUpdate => "Mise à jour promise",
            _ => "Première réponse attendue",
        };

    public static string French(this EvidenceLevel level) =>
        level switch
        {
            EvidenceLevel.Declared => "Déclarée, non confirmée",
            EvidenceLevel.PublicDocument => "Confirmée par un document public",
            EvidenceLevel.Checked => "Vérifiée par un tiers",
            _ => "",
        };
}
