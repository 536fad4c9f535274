namespace Deliberation.Domain.Deliberate.Contributions;

/// <summary>Where a contribution comes from.</summary>
public enum ContributionKind
{
    /// <summary>What a table wrote down together.</summary>
    TableNote = 1,

    /// <summary>What one member wrote.</summary>
    MemberNote = 2,

    /// <summary>What an expert or a stakeholder said when heard.</summary>
    Hearing = 3,

    /// <summary>What came out of an open workshop.</summary>
    WorkshopNote = 4,

    /// <summary>A figure from a survey, with its method.</summary>
    SurveyFigure = 5,

    /// <summary>What researchers found.</summary>
    ResearchNote = 6,

    /// <summary>A subject that many patients' feedbacks have in common.</summary>
    PatientFeedback = 7,
}
