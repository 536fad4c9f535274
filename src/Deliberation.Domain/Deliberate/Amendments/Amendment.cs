using Deliberation.Domain.Deliberate.Drafting;
using static Deliberation.Domain.Deliberate.Amendments.AmendmentRules;

namespace Deliberation.Domain.Deliberate.Amendments;

/// <summary>Other words put forward for words of a text, with reasons, until those who write it decide.</summary>
public sealed class Amendment : Aggregate
{
    private const int LongestWords = 20_000;

    private Amendment() { }

    public Guid Id { get; private set; }

    public Guid SpaceId { get; private set; }

    public Guid DocumentId { get; private set; }

    /// <summary>Where the words it would replace are.</summary>
    public Anchor Anchor { get; private set; } = null!; // set by Propose

    /// <summary>The words it would replace, as they were when it was proposed.</summary>
    public string Replaced { get; private set; } = "";

    /// <summary>The words proposed instead; empty to delete them.</summary>
    public string Proposed { get; private set; } = "";

    public string Reasons { get; private set; } = "";

    public AmendmentState State { get; private set; }

    public Guid ProposedBy { get; private set; }

    public DateTimeOffset ProposedAt { get; private set; }

    public Guid? DecidedBy { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Why it was rejected; null otherwise.</summary>
    public string? Answer { get; private set; }

    public bool IsOpen => State == AmendmentState.Open;

    /// <exception cref="RuleBroken">No reasons, or the words proposed are those that stand.</exception>
    public static Amendment Propose(
        Guid id,
        Document text,
        Anchor anchor,
        (string Replaced, string Proposed) words,
        string reasons,
        Guid by,
        DateTimeOffset now
    )
    {
        Require(reasons.Trim().Length is >= 10 and <= 2_000, AnAmendmentSaysWhy);
        Require(
            words.Replaced != words.Proposed
                && Math.Max(words.Replaced.Length, words.Proposed.Length) <= LongestWords,
            AnAmendmentChangesWords
        );

        var amendment = new Amendment
        {
            Id = id,
            SpaceId = text.SpaceId,
            DocumentId = text.Id,
            Anchor = anchor,
            Replaced = words.Replaced,
            Proposed = words.Proposed,
            Reasons = reasons.Trim(),
            State = AmendmentState.Open,
            ProposedBy = by,
            ProposedAt = now,
        };
        amendment.Record(new AmendmentProposed(id, text.Id, by, now));
        return amendment;
    }

    /// <summary>Its words go into the text, in its author's name.</summary>
    /// <param name="shown">The words to be replaced, as the person who decides read them.</param>
    /// <param name="standing">The words that stand there now.</param>
    /// <exception cref="RuleBroken">Decided already, one's own, or the words moved since they were read.</exception>
    public void Adopt(string shown, string standing, Guid by, DateTimeOffset now)
    {
        Require(IsOpen, OnlyAnOpenAmendmentIsDecided);
        Require(by != ProposedBy, AnotherHandAdopts);
        Require(shown == standing && !Anchor.IsGone, AnAdoptionIsAsShown);

        Decide(AmendmentState.Adopted, by, now);
        Record(new AmendmentAdopted(Id, DocumentId, by, now));
    }

    /// <exception cref="RuleBroken">Decided already, or no reason is given.</exception>
    public void Reject(string reason, Guid by, DateTimeOffset now)
    {
        Require(IsOpen, OnlyAnOpenAmendmentIsDecided);
        Require(reason.Trim().Length is >= 10 and <= 1_000, ARejectionSaysWhy);

        Decide(AmendmentState.Rejected, by, now);
        Answer = reason.Trim();
        Record(new AmendmentRejected(Id, DocumentId, Answer, by, now));
    }

    /// <exception cref="RuleBroken">Decided already, or another's.</exception>
    public void Withdraw(Guid by, DateTimeOffset now)
    {
        Require(IsOpen, OnlyAnOpenAmendmentIsDecided);
        Require(by == ProposedBy, OnlyItsAuthorWithdraws);

        Decide(AmendmentState.Withdrawn, by, now);
        Record(new AmendmentWithdrawn(Id, DocumentId, now));
    }

    /// <summary>Its words moved on with the text; when they are gone, so is what it was about.</summary>
    public void MoveTo(Anchor anchor, DateTimeOffset now)
    {
        Anchor = anchor;
        if (IsOpen && anchor.IsGone)
        {
            State = AmendmentState.Outdated;
            Record(new AmendmentOutdated(Id, DocumentId, now));
        }
    }

    /// <summary>The words it would replace went on to another text, and it goes with them.</summary>
    /// <exception cref="RuleBroken">Decided already, or the other text belongs to another space.</exception>
    public void GoWith(Document text, Anchor anchor, DateTimeOffset now)
    {
        Require(IsOpen, OnlyAnOpenAmendmentIsDecided);
        Require(text.SpaceId == SpaceId, ProposalRules.ATextStaysInItsSpace);

        var from = DocumentId;
        (DocumentId, Anchor) = (text.Id, anchor);
        Record(new AmendmentMoved(Id, from, text.Id, now));
    }

    private void Decide(AmendmentState state, Guid by, DateTimeOffset now) =>
        (State, DecidedBy, DecidedAt) = (state, by, now);
}
