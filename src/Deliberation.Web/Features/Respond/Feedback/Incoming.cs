using Deliberation.Domain.Respond.Feedback;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>A masked feedback on its way in, whatever its door.</summary>
/// <param name="At">When it came, by the clock of whoever brings it.</param>
internal sealed record Incoming(Answers Answers, Door Door, string Language, DateTimeOffset At)
{
    public FollowCode Code { get; init; } = NewCode.Draw();

    /// <summary>Its code may have come before: a form sent twice, a line of an import.</summary>
    public bool MayComeAgain { get; init; }

    /// <summary>When it came before, what became of it since is no business of who brings it: it need not be the same.</summary>
    public bool StaysAsKnown { get; init; }

    /// <summary>The key of the program that brings it.</summary>
    public Guid? BroughtBy { get; init; }

    /// <summary>The mediator who typed it, and the day its author gave it.</summary>
    public (Guid By, DateOnly On)? Typed { get; init; }

    /// <summary>What will be remembered of this sending, when the program gave it a name.</summary>
    public IntakeKey? Key { get; init; }
}

/// <summary>What became of it: kept now, or known already.</summary>
/// <param name="Key">What was remembered of the sending that brought it first.</param>
internal sealed record Reception(string Number, bool IsNew, IntakeKey? Key = null);

/// <summary>Feedbacks in line that are written together: all of them, or none.</summary>
internal sealed class WaitingGroup(IReadOnlyList<WaitingFeedback> members)
{
    public IReadOnlyList<WaitingFeedback> Members => members;

    /// <summary>Why none of them is kept; null forgets what was said before.</summary>
    public void Settle(Exception? failure)
    {
        foreach (var waiting in members)
        {
            (waiting.Reception, waiting.Failure) = (null, failure);
        }
    }

    public void Tell()
    {
        foreach (var waiting in members)
        {
            waiting.Tell();
        }
    }
}

/// <summary>A feedback in line to be written.</summary>
internal sealed class WaitingFeedback(Incoming incoming)
{
    private readonly TaskCompletionSource<Reception> told = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );

    public Incoming Incoming => incoming;

    /// <summary>Said by the writer inside its transaction; told once that is on disk.</summary>
    public Reception? Reception { get; set; }

    /// <summary>Why this one alone is not kept.</summary>
    public Exception? Failure { get; set; }

    public Task<Reception> Told => told.Task;

    public void Tell()
    {
        if (Failure is not null)
        {
            told.TrySetException(Failure);
        }
        else if (Reception is not null)
        {
            told.TrySetResult(Reception);
        }
    }
}
