using Deliberation.Domain.Respond.Tracking;

namespace Deliberation.Domain.Respond.Verdicts;

/// <summary>Appréciation: one member's judgement of one answer; only they see it before the window closes.</summary>
public sealed class Verdict : Aggregate
{
    private Verdict() { }

    public Guid RoundId { get; private set; }

    public Guid PersonId { get; private set; }

    public Judgement Judgement { get; private set; }

    public string? Reason { get; private set; }

    public Fidelity? Fidelity { get; private set; }

    /// <summary>When it was last written.</summary>
    public DateTimeOffset GivenAt { get; private set; }

    internal static Verdict Begin(Guid roundId, Guid personId) =>
        new() { RoundId = roundId, PersonId = personId };

    internal void Say(VerdictContent content, DateTimeOffset now)
    {
        Judgement = content.Judgement;
        Reason = content.Reason;
        Fidelity = content.Fidelity;
        GivenAt = now;
    }
}
