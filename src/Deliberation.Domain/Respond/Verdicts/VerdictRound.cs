using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Respond.Tracking;
using static Deliberation.Domain.Respond.Verdicts.VerdictRules;

namespace Deliberation.Domain.Respond.Verdicts;

/// <summary>The time during which the members of a space judge one answer to their opinion.</summary>
public sealed class VerdictRound : Aggregate
{
    /// <summary>Answers closer together than this are told to the members in one letter.</summary>
    public static readonly TimeSpan Quiet = TimeSpan.FromMinutes(30);

    /// <summary>Answers that keep coming do not put the letter off for longer than this.</summary>
    public static readonly TimeSpan LongestQuiet = TimeSpan.FromDays(1);

    private VerdictRound() { }

    public Guid Id { get; private set; }

    public Guid SpaceId { get; private set; }

    public Guid TreatmentId { get; private set; }

    /// <summary>The proposition's published name: <c>AC-2021-01-P12</c>.</summary>
    public string Reference { get; private set; } = "";

    /// <summary>The number of the answer that is judged, from 1.</summary>
    public int AnswerNumber { get; private set; }

    public DateTimeOffset OpenedAt { get; private set; }

    /// <summary>The first instant after the last day, in Paris.</summary>
    public DateTimeOffset ClosesAt { get; private set; }

    /// <summary>The last day, in Paris, on which a verdict may be given.</summary>
    public DateOnly LastDay => LastDayBefore(ClosesAt);

    /// <summary>In percent.</summary>
    public int Threshold { get; private set; }

    public int Least { get; private set; }

    /// <summary>In working days.</summary>
    public int SecondAnswerDays { get; private set; }

    /// <summary>What it was opened on.</summary>
    public VerdictTerms Terms =>
        new(
            LastDay.DayNumber - WorkingDays.DateInParis(OpenedAt).DayNumber,
            Threshold,
            Least,
            SecondAnswerDays
        );

    /// <summary>When the members were written to; null before.</summary>
    public DateTimeOffset? ToldAt { get; private set; }

    /// <summary>When the result was published: after the last day, or when another answer came.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Another answer came before the last day: that one is judged now.</summary>
    public bool IsSuperseded { get; private set; }

    /// <summary>Null until the window is closed: no partial result exists.</summary>
    public VerdictResult? Result { get; private set; }

    /// <summary>The last day for a second answer; null when none is due.</summary>
    public DateOnly? SecondAnswerDueOn { get; private set; }

    /// <summary>Reasons are shown when no one can be found by them.</summary>
    public bool ShowsReasons => Result is { } result && result.Expressed >= Least;

    /// <exception cref="RuleBroken">Terms that make no sense.</exception>
    public static VerdictRound Open(
        Guid id,
        Guid spaceId,
        JudgedAnswer answer,
        VerdictTerms terms,
        DateTimeOffset now
    )
    {
        Require(terms.AreSane, AWindowHasSaneTerms);

        var round = new VerdictRound
        {
            Id = id,
            SpaceId = spaceId,
            TreatmentId = answer.TreatmentId,
            Reference = answer.Reference,
            AnswerNumber = answer.Number,
            OpenedAt = now,
            ClosesAt = WorkingDays.EndOf(WorkingDays.DateInParis(now).AddDays(terms.Days)),
            Threshold = terms.Threshold,
            Least = terms.Least,
            SecondAnswerDays = terms.SecondAnswerDays,
        };
        round.Record(new VerdictsInvited(id, spaceId, round.ClosesAt, now));
        return round;
    }

    /// <summary>The last whole day, in Paris, before a window closes.</summary>
    public static DateOnly LastDayBefore(DateTimeOffset closesAt) =>
        WorkingDays.DateInParis(closesAt).AddDays(-1);

    /// <summary>Once closed it stays closed, whatever the clock says.</summary>
    public bool IsOpenAt(DateTimeOffset now) => ClosedAt is null && now < ClosesAt;

    /// <summary>Takes a member's verdict, or the one they put in its place.</summary>
    /// <param name="earlier">What the same member said before in this round.</param>
    /// <param name="member">Their place in the space; null for a stranger.</param>
    /// <exception cref="RuleBroken">Too late, nobody with a vote there, someone else's verdict, an unknown choice, no reason.</exception>
    public Verdict Receive(Verdict? earlier, Membership? member, VerdictContent content, DateTimeOffset now)
    {
        var tidied = content.Tidied();
        Require(IsOpenAt(now), AVerdictIsGivenInTheWindow);
        if (member is not { IsActive: true } || member.SpaceId != SpaceId || !member.Role.Votes())
        {
            throw new RuleBroken(OnlyMembersWithAVoteJudge);
        }

        Require(
            earlier is null || (earlier.RoundId == Id && earlier.PersonId == member.PersonId),
            AMemberHasOneVerdict
        );
        Require(tidied.IsOffered, AJudgementIsOffered);
        Require(tidied.SaysWhy, AVerdictSaysWhy);

        var verdict = earlier ?? Verdict.Begin(Id, member.PersonId);
        verdict.Say(tidied, now);
        return verdict;
    }

    /// <summary>Counts and publishes, once.</summary>
    /// <param name="given">Every verdict of this round.</param>
    /// <param name="members">How many members have a vote in the space.</param>
    /// <param name="owesNoOther">Another answer came, which is the second one; or the proposition was withdrawn.</param>
    /// <exception cref="RuleBroken">Counted already, the window is open, or a member has two verdicts.</exception>
    public VerdictResult Close(
        IReadOnlyCollection<Verdict> given,
        int members,
        bool owesNoOther,
        DateTimeOffset now
    )
    {
        Require(Result is null, AResultIsPublishedOnce);
        Require(owesNoOther || now >= ClosesAt, NoPartialResultExists);
        Require(
            given.All(verdict => verdict.RoundId == Id)
                && given.DistinctBy(verdict => verdict.PersonId).Count() == given.Count,
            AMemberHasOneVerdict
        );

        ClosedAt = now;
        IsSuperseded = now < ClosesAt;
        Result = VerdictResult.Of(given, members);
        var isDue = !owesNoOther && Result.Expressed >= Least && Result.IsBelow(Threshold);
        SecondAnswerDueOn = isDue ? WorkingDays.Add(WorkingDays.DateInParis(now), SecondAnswerDays) : null;
        if (VerdictPublished.From(this) is { } published)
        {
            Record(published);
        }

        return Result;
    }

    /// <summary>The members were written to.</summary>
    public void Tell(DateTimeOffset now) => ToldAt ??= now;

    /// <summary>Why a second answer is due, as the public reads it.</summary>
    public string SecondAnswerBasis =>
        $"Deuxième réponse due : {Result?.Share} % des membres qui se sont exprimés jugent la réponse {AnswerNumber}"
        + $" satisfaisante, au moins en partie. Le seuil de ce dispositif est de {Threshold} %";
}

/// <summary>The answer that members judge.</summary>
/// <param name="Reference">The proposition's published name.</param>
/// <param name="Number">The answer's rank among those given to the proposition, from 1.</param>
public sealed record JudgedAnswer(Guid TreatmentId, string Reference, int Number);
