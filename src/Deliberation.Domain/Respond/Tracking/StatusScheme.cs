namespace Deliberation.Domain.Respond.Tracking;

/// <summary>The statuses an institution may answer with, in order.</summary>
/// <param name="Statuses">From 2 to 20, with different codes.</param>
public sealed record StatusScheme(IReadOnlyList<Status> Statuses)
{
    /// <summary>Beyond this many statuses nobody can tell them apart.</summary>
    public const int Most = 20;

    /// <summary>The names of the icons a status may have.</summary>
    public static readonly IReadOnlyList<string> Icons =
    [
        "check",
        "half",
        "moving",
        "clock",
        "eye",
        "alert",
        "cross",
        "bang",
    ];

    /// <summary>The names of the hatchings a status may have: one for each category, and some to tell two of them apart.</summary>
    public static readonly IReadOnlyList<string> Patterns =
    [
        "delivered",
        "partly",
        "progress",
        "review",
        "declined",
        "grid",
        "zigzag",
        "dashes",
    ];

    /// <summary>
    /// The six statuses of the ministry's analysis of 10 January 2022 (annexes 1 and 2 of the 2021 committee's
    /// opinion), then the two that table lacked.
    /// </summary>
    public static readonly StatusScheme Default = new([
        new(
            1,
            "taken-into-account",
            "A été pris en compte",
            "Taken into account",
            "check",
            "delivered",
            StatusCategory.Delivered
        ),
        new(
            2,
            "taken-into-account-v0",
            "A été pris en compte en V0 et amélioration prévue",
            "Taken into account in V0 and improvement planned",
            "half",
            "partly",
            StatusCategory.PartlyDelivered
        ),
        new(
            3,
            "in-progress-short",
            "En cours de réalisation, court terme",
            "In progress, short term",
            "moving",
            "progress",
            StatusCategory.InProgress
        ),
        new(
            4,
            "in-progress-long",
            "En cours de réalisation, moyen ou long terme",
            "In progress, medium or long term",
            "clock",
            "zigzag",
            StatusCategory.InProgress
        ),
        new(
            5,
            "under-review-no-law",
            "En cours d’instruction, ne nécessite pas d’évolution législative a priori",
            "Under review, no change of law expected",
            "eye",
            "review",
            StatusCategory.UnderReview
        ),
        new(
            6,
            "under-review-law",
            "En cours d’instruction, nécessite une évolution législative a priori",
            "Under review, change of law expected",
            "alert",
            "grid",
            StatusCategory.UnderReview
        ),
        new(7, "declined", "Refusée", "Declined", "cross", "declined", StatusCategory.Declined),
        new(8, "abandoned", "Abandonnée", "Abandoned", "bang", "dashes", StatusCategory.Declined),
    ]);

    /// <summary>The status with this code; null when the scale has none.</summary>
    public Status? Find(string code) => Statuses.FirstOrDefault(status => status.Code == code);
}
