using static Deliberation.Domain.Deliberate.Drafting.ProposalRules;

namespace Deliberation.Domain.Deliberate.Drafting;

/// <summary>A contribution a proposal was drawn from.</summary>
public sealed record Origin(Guid ContributionId);

/// <summary>What the members propose: a short title, a live text, the reasons, a theme and where it comes from.</summary>
public sealed class Proposal : Aggregate
{
    private readonly List<Origin> origins = [];

    private Proposal() { }

    public Guid Id { get; private set; }

    public Guid SpaceId { get; private set; }

    public Guid DraftId { get; private set; }

    /// <summary>The section it stands under; null while it has no place yet.</summary>
    public Guid? SectionId { get; private set; }

    /// <summary>The live text of its body.</summary>
    public Guid DocumentId { get; private set; }

    /// <summary>Its place under its section, from the lowest to the highest.</summary>
    public int Position { get; private set; }

    public string Title { get; private set; } = "";

    public string Rationale { get; private set; } = "";

    public string Theme { get; private set; } = "";

    public ProposalState State { get; private set; }

    /// <summary>Why it was withdrawn; null otherwise.</summary>
    public string? WithdrawalReason { get; private set; }

    public Guid? MergedInto { get; private set; }

    /// <summary>The minutes that record a decision taken in a meeting; null when it was voted here.</summary>
    public string? Minutes { get; private set; }

    public Guid StartedBy { get; private set; }

    public DateTimeOffset StartedAt { get; private set; }

    public IReadOnlyList<Origin> Origins => origins;

    /// <exception cref="RuleBroken">The title has fewer than 3 or more than 200 characters.</exception>
    public static Proposal Start(
        Guid id,
        Draft draft,
        Document text,
        string title,
        Guid by,
        DateTimeOffset now
    )
    {
        Require(IsTitle(title), ATitleIsShort);
        Require(draft.SpaceId == text.SpaceId, ATextStaysInItsSpace);

        var proposal = new Proposal
        {
            Id = id,
            SpaceId = draft.SpaceId,
            DraftId = draft.Id,
            DocumentId = text.Id,
            Title = title.Trim(),
            State = ProposalState.Idea,
            StartedBy = by,
            StartedAt = now,
        };
        proposal.Record(new ProposalStarted(id, draft.SpaceId, by, now));
        return proposal;
    }

    /// <summary>A new proposal takes over part of this one: the same place, theme and origins.</summary>
    /// <exception cref="RuleBroken">This one does not change any more, or the title does not fit.</exception>
    public Proposal Split(Guid id, Draft draft, Document text, string title, Guid by, DateTimeOffset now)
    {
        Require(State.IsBeingWritten(), AVotedWordingIsFixed);

        var part = Start(id, draft, text, title, by, now);
        (part.SectionId, part.Position, part.Theme) = (SectionId, Position + 1, Theme);
        (part.State, part.Rationale) = (State, Rationale);
        part.origins.AddRange(origins.Select(origin => new Origin(origin.ContributionId)));
        part.Record(new ProposalSplit(id, Id, by, now));
        return part;
    }

    /// <exception cref="RuleBroken">Too long, or the proposal is being voted on or decided.</exception>
    public void Describe(string title, string rationale, string theme, DateTimeOffset now)
    {
        Require(State.IsBeingWritten(), AVotedWordingIsFixed);
        Require(IsTitle(title), ATitleIsShort);
        Require(rationale.Trim().Length <= 5_000, ReasonsHaveALimit);
        Require(theme.Trim().Length <= 100, AThemeIsShort);

        (Title, Rationale, Theme) = (title.Trim(), rationale.Trim(), theme.Trim());
        Record(new ProposalDescribed(Id, now));
    }

    /// <summary>Says which contributions it was drawn from; what was said before is replaced.</summary>
    public void ComeFrom(IEnumerable<Guid> contributions, DateTimeOffset now)
    {
        Require(State.IsBeingWritten(), AVotedWordingIsFixed);

        origins.Clear();
        origins.AddRange(contributions.Distinct().Select(id => new Origin(id)));
        Record(new ProposalDescribed(Id, now));
    }

    public void Place(Section section, int position)
    {
        Require(section.DraftId == DraftId, ATextStaysInItsSpace);

        (SectionId, Position) = (section.Id, position);
    }

    /// <summary>Takes another place, under the same part, another one, or none.</summary>
    /// <exception cref="RuleBroken">The part belongs to another draft.</exception>
    public void MoveTo(Section? section, int position, Guid by, DateTimeOffset now)
    {
        Require(section is null || section.DraftId == DraftId, ATextStaysInItsSpace);

        if ((SectionId, Position) != (section?.Id, position))
        {
            (SectionId, Position) = (section?.Id, position);
            Record(new ProposalMoved(Id, section?.Id, position, by, now));
        }
    }

    public void BeginDrafting(DateTimeOffset now) =>
        Become(ProposalState.Drafting, new ProposalDraftingBegun(Id, now));

    public void Debate(DateTimeOffset now) =>
        Become(ProposalState.Debated, new ProposalDebated(Id, now), State != ProposalState.Voting);

    public void PutToVote(DateTimeOffset now) => Become(ProposalState.Voting, new ProposalPutToVote(Id, now));

    /// <summary>After a vote was cancelled.</summary>
    public void ReturnToDebate(DateTimeOffset now) =>
        Become(ProposalState.Debated, new ProposalReturnedToDebate(Id, now), State == ProposalState.Voting);

    public void Adopt(DateTimeOffset now) =>
        Become(ProposalState.Adopted, new ProposalAdopted(Id, now), State == ProposalState.Voting);

    public void Reject(DateTimeOffset now) => Become(ProposalState.Rejected, new ProposalRejected(Id, now));

    /// <param name="minutes">Where the decision is recorded: title, date, page or address.</param>
    /// <param name="at">When the decision was taken.</param>
    public void AdoptElsewhere(string minutes, DateTimeOffset at)
    {
        Require(minutes.Trim().Length is >= 5 and <= 500, ADecisionTakenElsewhereCitesItsMinutes);

        Become(
            ProposalState.Adopted,
            new ProposalAdoptedElsewhere(Id, minutes.Trim(), at),
            State != ProposalState.Voting
        );
        Minutes = minutes.Trim();
    }

    public void Withdraw(string reason, DateTimeOffset now)
    {
        Require(reason.Trim().Length is >= 10 and <= 1_000, AWithdrawalSaysWhy);

        Become(ProposalState.Withdrawn, new ProposalWithdrawn(Id, reason.Trim(), now));
        WithdrawalReason = reason.Trim();
    }

    public void Merge(Proposal into, DateTimeOffset now)
    {
        Require(
            into.Id != Id && into.SpaceId == SpaceId && into.State.IsBeingWritten(),
            AMergeHasAnotherProposal
        );

        Become(ProposalState.Merged, new ProposalMerged(Id, into.Id, now));
        MergedInto = into.Id;
    }

    /// <summary>Takes back a merge: it is written again on its own.</summary>
    /// <exception cref="RuleBroken">It was not merged.</exception>
    public void SetApart(Guid by, DateTimeOffset now)
    {
        Require(State == ProposalState.Merged, OnlyAMergedProposalIsSetApart);

        (State, MergedInto) = (ProposalState.Drafting, null);
        Record(new ProposalSetApart(Id, by, now));
    }

    private void Become(ProposalState next, DomainEvent happened, bool isProper = true)
    {
        Require(isProper && State.MayBecome(next), StatesFollowInOrder);

        State = next;
        Record(happened);
    }
}
