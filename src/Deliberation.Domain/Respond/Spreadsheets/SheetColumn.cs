namespace Deliberation.Domain.Respond.Spreadsheets;

/// <summary>What a column of a table of answers holds.</summary>
public enum SheetColumn
{
    Reference,
    Title,
    CurrentStatus,
    Status,
    Reason,
    Decision,
    Kept,
    NotKept,
    Ground,
    WouldChange,
    PassedOnTo,
    EvidenceLink,
    EvidenceCitation,
    CheckedBy,
    Laws,
    Documents,
    SuccessMeasure,
    Fidelity,
    NextUpdateOn,
    Function,
    Corrects,

    /// <summary>What members wrote beside the proposition, to be read; nothing is taken from it.</summary>
    MinorityPositions,
    MinorityReplies,

    /// <summary>How many answers there were when the table was taken out: a later one is then not overlooked.</summary>
    Answers,
}
