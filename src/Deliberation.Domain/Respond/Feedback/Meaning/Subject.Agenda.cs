namespace Deliberation.Domain.Respond.Feedback.Meaning;

public sealed partial class Subject
{
    /// <summary>When so many feedbacks spoke of it that a committee must take it up; null until then.</summary>
    public DateTimeOffset? ReachedAt { get; private set; }

    /// <summary>The threshold it reached, in feedbacks.</summary>
    public int? ReachedFeedbacks { get; private set; }

    /// <summary>The days the threshold counts.</summary>
    public int? ReachedDays { get; private set; }

    /// <summary>When a facilitator put it on the agenda of a committee.</summary>
    public DateTimeOffset? OnAgendaAt { get; private set; }

    /// <summary>The meeting that takes it up.</summary>
    public Guid? SessionId { get; private set; }

    /// <summary>The contribution that carries it to the members.</summary>
    public Guid? ContributionId { get; private set; }

    public bool MustBeTakenUp => IsOpen && ReachedAt is not null && OnAgendaAt is null;

    /// <summary>Compares what was received lately with the threshold; reached once, it stays so.</summary>
    public void Compare(int lately, AgendaThreshold threshold, DateTimeOffset now)
    {
        if (!IsOpen || ReachedAt is not null || lately < threshold.Feedbacks)
        {
            return;
        }

        (ReachedAt, ReachedFeedbacks, ReachedDays) = (now, threshold.Feedbacks, threshold.Days);
        Record(new SubjectReached(Number, threshold.Feedbacks, threshold.Days, now));
    }

    /// <summary>A facilitator puts it on the agenda of a meeting, and into the raw material of its committee.</summary>
    /// <exception cref="RuleBroken">Closed, without a name, too few feedbacks, or on an agenda already.</exception>
    public void PutOnAgenda(string space, Guid sessionId, Guid contributionId, Guid by, DateTimeOffset now)
    {
        Require(IsOpen, MeaningRules.OnlyAnOpenSubjectChanges);
        Require(OnAgendaAt is null, MeaningRules.ASubjectIsTakenUpOnce);
        Require(Name is not null, MeaningRules.ASubjectHasAName);
        Require(
            ReachedAt is not null || Feedbacks >= SmallCells.Smallest,
            MeaningRules.ASubjectTakenUpIsSharedByTen
        );

        (OnAgendaAt, SessionId, ContributionId) = (now, sessionId, contributionId);
        Take(SubjectAct.PutOnAgenda, space, by, now);
        Record(new SubjectPutOnAgenda(Number, space, now));
    }
}
