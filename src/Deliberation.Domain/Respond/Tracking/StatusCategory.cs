namespace Deliberation.Domain.Respond.Tracking;

/// <summary>What a status means, whatever words an institution uses, so that opinions compare.</summary>
public enum StatusCategory
{
    /// <summary>Fait, selon l’organisme.</summary>
    Delivered = 1,

    /// <summary>Fait en partie.</summary>
    PartlyDelivered = 2,

    /// <summary>En cours.</summary>
    InProgress = 3,

    /// <summary>À l’étude.</summary>
    UnderReview = 4,

    /// <summary>Refusé ou abandonné.</summary>
    Declined = 5,
}
