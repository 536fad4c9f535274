using Deliberation.Domain.Assemble.Spaces;
using static Deliberation.Domain.Deliberate.Ballots.BallotRules;

namespace Deliberation.Domain.Deliberate.Ballots;

/// <summary>A secret vote of the members on a proposal, by a rule known beforehand.</summary>
public sealed class Ballot : Aggregate
{
    private Ballot() { }

    public Guid Id { get; private set; }

    public Guid SpaceId { get; private set; }

    /// <summary>The last part of the space's address.</summary>
    public string SpaceSlug { get; private set; } = "";

    public Guid ProposalId { get; private set; }

    public DecisionRule DecisionRule { get; private set; }

    /// <summary>The share of electors who must vote, in percent, 0 to 100.</summary>
    public int Quorum { get; private set; }

    public BallotState State { get; private set; }

    public DateTimeOffset PreparedAt { get; private set; }

    public DateTimeOffset? OpenedAt { get; private set; }

    /// <summary>When it closes by itself; null when only the facilitator closes it.</summary>
    public DateTimeOffset? ClosesAt { get; private set; }

    /// <summary>When it was closed or cancelled.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>What is voted on; null until the vote opens.</summary>
    public Wording? Wording { get; private set; }

    /// <summary>How many may vote; 0 until the vote opens.</summary>
    public int Electors { get; private set; }

    /// <summary>Null until the vote is closed: no partial result exists.</summary>
    public BallotResult? Result { get; private set; }

    public string? CancellationReason { get; private set; }

    /// <param name="quorum">In percent of the electors, 0 to 100.</param>
    /// <exception cref="RuleBroken">An unknown rule, a quorum out of bounds, or an end in the past.</exception>
    public static Ballot Prepare(Guid id, Space space, Guid proposalId, BallotTerms terms, DateTimeOffset now)
    {
        Require(Enum.IsDefined(terms.DecisionRule), ABallotHasARule);
        Require(terms.Quorum is >= 0 and <= 100, AQuorumIsAShare);
        Require(terms.ClosesAt is not { } end || IsWithinAYear(end, now), ABallotEndsLater);

        var ballot = new Ballot
        {
            Id = id,
            SpaceId = space.Id,
            SpaceSlug = space.Slug,
            ProposalId = proposalId,
            DecisionRule = terms.DecisionRule,
            Quorum = terms.Quorum,
            ClosesAt = terms.ClosesAt,
            State = BallotState.Prepared,
            PreparedAt = now,
        };
        ballot.Record(new BallotPrepared(id, space.Slug, proposalId, now));
        return ballot;
    }

    /// <summary>Fixes what is voted on and who votes.</summary>
    /// <param name="read">The version the facilitator read before opening; null when nobody read a page.</param>
    /// <returns>The roll: one line for each person entitled to vote.</returns>
    /// <exception cref="RuleBroken">Not prepared, nobody to vote, an empty text, its end is past, or the text changed since.</exception>
    public IReadOnlyList<Elector> Open(
        Wording wording,
        IEnumerable<Guid> voters,
        DateTimeOffset now,
        int? read = null
    )
    {
        Guid[] persons = [.. voters.Distinct()];
        Require(State == BallotState.Prepared, ABallotOpensOnce);
        Require(persons.Length > 0, ABallotHasVoters);
        Require(wording.Title.Trim().Length > 0 && wording.Body.Trim().Length > 0, AVoteIsOnAText);
        Require(ClosesAt is null || ClosesAt > now, ABallotEndsLater);
        Require(read is null || read == wording.Version, TheTextReadIsTheTextVoted);

        State = BallotState.Open;
        OpenedAt = now;
        Wording = wording;
        Electors = persons.Length;
        Record(new BallotOpened(Id, SpaceSlug, ProposalId, now));
        return [.. persons.Select(person => Elector.Enrol(Id, person))];
    }

    /// <summary>
    /// Signs the roll for one vote. The paper goes into the box in the same transaction; that a vote was cast
    /// is not told as an event, so that nothing dates it.
    /// </summary>
    /// <exception cref="RuleBroken">Not open, not on the roll, already voted, or an unknown choice.</exception>
    public void Receive(Elector? elector, Choice choice, DateTimeOffset now)
    {
        Require(IsOpenAt(now), AVoteIsCastWhileOpen);
        Require(elector?.BallotId == Id, OnlyElectorsVote);
        Require(elector is { HasVoted: false }, AMemberVotesOnce);
        Require(Enum.IsDefined(choice), AChoiceIsOffered);

        elector?.Sign();
    }

    /// <exception cref="RuleBroken">Not open, or not later than the present end.</exception>
    public void Postpone(DateTimeOffset closesAt, DateTimeOffset now)
    {
        Require(State == BallotState.Open, AVoteIsCastWhileOpen);
        Require(ClosesAt is null || closesAt > ClosesAt, AnEndIsOnlyPutOff);
        Require(IsWithinAYear(closesAt, now), ABallotEndsLater);

        ClosesAt = closesAt;
        Record(new BallotPostponed(Id, SpaceSlug, closesAt, now));
    }

    /// <summary>Counts the box once and proclaims the result.</summary>
    /// <param name="voted">How many signed the roll.</param>
    /// <exception cref="RuleBroken">Not open, or the papers are not as many as the signatures.</exception>
    public BallotResult Close(IReadOnlyCollection<Choice> box, int voted, DateTimeOffset now)
    {
        Require(State == BallotState.Open, OnlyAnOpenBallotCloses);
        Require(box.Count == voted && voted <= Electors && box.All(Enum.IsDefined), EveryVoteIsCounted);

        State = BallotState.Closed;
        EndedAt = now;
        Result = Tally.Of(DecisionRule, Quorum, Electors, box);
        Record(new ResultProclaimed(SpaceSlug, Id, Fingerprint, DecisionRule, Result, now));
        return Result;
    }

    /// <summary>Ends it without a result; the caller destroys the papers in the same transaction.</summary>
    /// <exception cref="RuleBroken">No reason, or it is closed.</exception>
    public void Cancel(string reason, DateTimeOffset now)
    {
        Require(reason.Trim().Length is >= 10 and <= 1_000, ACancellationSaysWhy);
        Require(State is BallotState.Prepared or BallotState.Open, AResultIsNotCancelled);

        State = BallotState.Cancelled;
        EndedAt = now;
        CancellationReason = reason.Trim();
        Record(new BallotCancelled(Id, SpaceSlug, CancellationReason, now));
    }

    public bool IsOpenAt(DateTimeOffset now) =>
        State == BallotState.Open && (ClosesAt is null || now < ClosesAt);

    private string Fingerprint => Wording?.Fingerprint() ?? "";

    private static bool IsWithinAYear(DateTimeOffset end, DateTimeOffset now) =>
        end > now && end <= now.AddDays(366);
}
