namespace Deliberation.Domain.Respond.Tracking;

/// <summary>What may be done with the time an institution has to answer.</summary>
public static class DeadlineRules
{
    public static readonly Rule NothingIsOwedToAWithdrawnProposition = new(
        "deadlines.withdrawn-owed-nothing",
        "Une proposition retirée de son avis n’attend plus rien, tant qu’elle n’y est pas remise."
    );

    public static readonly Rule ASecondAnswerFollowsAFirst = new(
        "deadlines.second-follows-first",
        "Une deuxième réponse n’est due qu’après une première."
    );

    public static readonly Rule ASuspensionSaysWhy = new(
        "deadlines.suspension-says-why",
        "Une suspension est publique et motivée, de 20 à 1 000 caractères."
    );

    public static readonly Rule ASuspensionBeginsBeforeTheDueDate = new(
        "deadlines.suspension-before-due",
        "On suspend une échéance à venir, jamais une échéance dépassée."
    );

    public static readonly Rule SuspensionsFollowOneAnother = new(
        "deadlines.suspensions-follow",
        "Une suspension commence après la fin de la précédente."
    );

    public static readonly Rule OnlyAnOpenSuspensionEnds = new(
        "deadlines.only-open-suspension-ends",
        "Seule une suspension en cours peut prendre fin, et elle dure au moins un jour."
    );
}
