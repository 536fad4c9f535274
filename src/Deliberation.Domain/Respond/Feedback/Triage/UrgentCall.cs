namespace Deliberation.Domain.Respond.Feedback.Triage;

/// <summary>
/// Calls those who moderate to urgent feedback: at once for the first, then in one letter for all that came meanwhile.
/// </summary>
public sealed class UrgentCall : Aggregate
{
    /// <summary>From one letter to the next.</summary>
    public static readonly TimeSpan Quiet = TimeSpan.FromMinutes(15);

    private UrgentCall() { }

    /// <summary>There is one, whatever the number of nodes: two of them cannot both make the same call.</summary>
    public int Id { get; private set; } = 1;

    /// <summary>The last call; null before the first.</summary>
    public DateTimeOffset? MadeAt { get; private set; }

    public static UrgentCall Begin() => new();

    /// <summary>Has it been quiet for long enough? A call dated far ahead was made by a clock that was wrong.</summary>
    public bool MayBeMade(DateTimeOffset now) => MadeAt is not { } made || (now - made).Duration() >= Quiet;

    /// <summary>Letters leave now.</summary>
    public void Make(DateTimeOffset now) => MadeAt = now;
}
