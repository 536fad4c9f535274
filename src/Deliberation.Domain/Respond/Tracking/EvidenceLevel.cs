namespace Deliberation.Domain.Respond.Tracking;

/// <summary>What stands behind “done”: saying so is not showing it.</summary>
public enum EvidenceLevel
{
    /// <summary>Rien n’est dit fait.</summary>
    None = 0,

    /// <summary>L’organisme le déclare, sans document public.</summary>
    Declared = 1,

    /// <summary>Un document public le montre.</summary>
    PublicDocument = 2,

    /// <summary>Un tiers l’a vérifié, et son constat est public.</summary>
    Checked = 3,
}

/// <summary>Weighs what stands behind an answer.</summary>
public static class EvidenceLevels
{
    /// <param name="link">The public document; a citation that nobody can follow does not confirm.</param>
    /// <param name="checkedBy">The third party that checked.</param>
    public static EvidenceLevel Behind(StatusCategory? category, string? link, string? checkedBy) =>
        (category, link, checkedBy) switch
        {
            (not (StatusCategory.Delivered or StatusCategory.PartlyDelivered), _, _) => EvidenceLevel.None,
            (_, null, _) => EvidenceLevel.Declared,
            (_, _, null) => EvidenceLevel.PublicDocument,
            _ => EvidenceLevel.Checked,
        };

    public static bool IsConfirmed(this EvidenceLevel level) => level >= EvidenceLevel.PublicDocument;
}
