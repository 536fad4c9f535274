using Deliberation.Domain.Respond.Tracking;

namespace Deliberation.Web.Platform.Seeding.Files;

internal sealed class OpinionNote
{
    public required string Reference { get; init; }

    public required string Slug { get; init; }

    public required string Title { get; init; }

    public DateOnly? AdoptedOn { get; init; }

    public DateOnly? PublishedOn { get; init; }

    public int? PublishedDay { get; init; }

    public string? Decision { get; init; }

    public string? Note { get; init; }

    public required string Preamble { get; init; }

    public required string Introduction { get; init; }

    public required string Conclusion { get; init; }

    public List<SectionNote> Sections { get; init; } = [];
}

internal sealed class SectionNote
{
    public required string Key { get; init; }

    public required string Title { get; init; }

    public required string Prose { get; init; }

    public List<ProposalNote> Propositions { get; init; } = [];

    public List<ProposalNote> Proposals { get; init; } = [];
}

/// <summary>A proposal being written (with a key, a state and authors) or a published one (with a number).</summary>
internal sealed class ProposalNote
{
    public string? Key { get; init; }

    public int? Number { get; init; }

    public required string Title { get; init; }

    public required string Body { get; init; }

    public string Rationale { get; init; } = "";

    public string Theme { get; init; } = "";

    public List<string> Origins { get; init; } = [];

    /// <summary>The status the institution gave at the date of <see cref="AnswersNote.On"/>.</summary>
    public string? Status { get; init; }

    public string? State { get; init; }

    public List<string> Authors { get; init; } = [];

    public List<RemarkNote> Remarks { get; init; } = [];

    public List<AmendmentNote> Amendments { get; init; } = [];

    public BallotNote? Ballot { get; init; }

    public VoteNote? Vote { get; init; }

    public List<PositionNote> MinorityPositions { get; init; } = [];

    public List<AnswerNote> Answers { get; init; } = [];
}

/// <summary>What some members want read beside an adopted proposition; the first who signs writes it.</summary>
internal sealed class PositionNote
{
    public required string Text { get; init; }

    public List<string> SignedBy { get; init; } = [];
}

internal sealed class BallotNote
{
    public int OpenedDay { get; init; }

    public int ClosesDay { get; init; }

    public int VotesCast { get; init; }

    public required string Rule { get; init; }
}

internal sealed class VoteNote
{
    public int For { get; init; }

    public int Against { get; init; }

    public int Abstain { get; init; }

    public required string Rule { get; init; }
}

internal sealed class AnswersNote
{
    public required string Body { get; init; }

    public DateOnly On { get; init; }

    public required string Function { get; init; }

    public required string Reason { get; init; }

    public Dictionary<string, string> ReasonByStatus { get; init; } = new Dictionary<string, string>();

    public required string Evidence { get; init; }
}

internal sealed class AnswerNote
{
    public int Day { get; init; }

    public required string Body { get; init; }

    public required string Function { get; init; }

    public required string Status { get; init; }

    public required string Reason { get; init; }

    public string? Evidence { get; init; }

    public string? Citation { get; init; }

    public DecisionKind? Decision { get; init; }

    public string? Kept { get; init; }

    public string? NotKept { get; init; }

    public RefusalGround? Ground { get; init; }

    public string? WouldChange { get; init; }

    public Fidelity? Fidelity { get; init; }

    public string? Measure { get; init; }

    public int? Corrects { get; init; }

    public int? NextUpdateDay { get; init; }

    /// <summary>To each minority position of the proposition, in their order.</summary>
    public List<string> Replies { get; init; } = [];

    public VerdictsNote? Verdicts { get; init; }
}

/// <summary>What the members say of an answer: how many of each, and the reasons some of them give.</summary>
internal sealed class VerdictsNote
{
    public List<string> Satisfying { get; init; } = [];

    public List<string> Partly { get; init; } = [];

    public List<string> Insufficient { get; init; } = [];

    public int NoOpinion { get; init; }

    public List<Fidelity> Fidelity { get; init; } = [];
}

internal sealed class DraftNote
{
    public required string Title { get; init; }

    public List<SectionNote> Sections { get; init; } = [];
}

/// <summary>A comment in the margin, on words of the text or, without them, on the whole of it; the discussion that follows.</summary>
internal sealed class RemarkNote
{
    public required string By { get; init; }

    public string? On { get; init; }

    public required string Words { get; init; }

    public List<RemarkNote> Replies { get; init; } = [];

    public string? ClosedBy { get; init; }
}

internal sealed class AmendmentNote
{
    public required string By { get; init; }

    public required string Replace { get; init; }

    public required string With { get; init; }

    public required string Reasons { get; init; }

    public string? AdoptedBy { get; init; }
}
