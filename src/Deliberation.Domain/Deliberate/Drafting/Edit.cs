namespace Deliberation.Domain.Deliberate.Drafting;

/// <summary>A change in the history of a text.</summary>
/// <param name="Version">The version it made.</param>
public sealed record Trace(int Version, Guid Author, DateTimeOffset At);

/// <summary>What one person typed in one go: many keystrokes, told as one edit.</summary>
/// <param name="FromVersion">The version its first change made.</param>
/// <param name="ToVersion">The version its last change made.</param>
/// <param name="At">When it ended.</param>
public sealed record Edit(Guid Author, DateTimeOffset At, int FromVersion, int ToVersion)
{
    /// <summary>After a silence this long, the same person begins another edit.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    /// <param name="newestFirst">Changes that follow each other, the last one first.</param>
    public static IEnumerable<Edit> Together(IEnumerable<Trace> newestFirst)
    {
        (Edit Edit, Trace First)? open = null;
        foreach (var trace in newestFirst)
        {
            if (open is { } going && going.First.Author == trace.Author && going.First.At - trace.At <= Pause)
            {
                open = (going.Edit with { FromVersion = trace.Version }, trace);
            }
            else
            {
                if (open is { } done)
                {
                    yield return done.Edit;
                }

                open = (new Edit(trace.Author, trace.At, trace.Version, trace.Version), trace);
            }
        }

        if (open is { } last)
        {
            yield return last.Edit;
        }
    }
}
