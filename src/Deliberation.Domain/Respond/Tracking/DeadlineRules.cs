namespace Deliberation.Domain.Respond.Tracking;

/// <summary>What may be done with the time an institution has to answer.</summary>
public static class DeadlineRules
{
    public static readonly Rule ADeadlineSaysItsBasis = new(
        "deadlines.says-basis",
        "Une échéance dit sur quel engagement elle se fonde."
    );

    public static readonly Rule ASuspensionSaysWhy = new(
        "deadlines.suspension-says-why",
        "Une suspension est publique et motivée."
    );

    public static readonly Rule ASuspensionBeginsBeforeTheDueDate = new(
        "deadlines.suspension-before-due",
        "Une échéance déjà dépassée ne se suspend plus."
    );

    public static readonly Rule SuspensionsFollowOneAnother = new(
        "deadlines.suspensions-follow",
        "Une suspension commence après la fin de la précédente."
    );

    public static readonly Rule OnlyAnOpenSuspensionEnds = new(
        "deadlines.only-open-suspension-ends",
        "Seule une suspension en cours peut prendre fin, au plus tôt le jour où elle a commencé."
    );
}
