using Deliberation.Domain.Respond.Tracking;

namespace Deliberation.Domain.Respond.Spreadsheets;

/// <summary>What a line of a table asks for.</summary>
/// <param name="Line">Its number in the spreadsheet.</param>
/// <param name="Reference">As it was written, in capitals.</param>
public sealed record ReadLine(int Line, string Reference)
{
    /// <summary>What it names; null when nothing has that reference.</summary>
    public FollowedProposition? Proposition { get; init; }

    /// <summary>The answer that it gives; null when it says nothing new, or cannot be read.</summary>
    public TreatmentAnswer? Answer { get; init; }

    /// <summary>Why it cannot be read; empty when it can.</summary>
    public IReadOnlyList<Flaw> Flaws { get; init; } = [];
}

/// <summary>A proposition that answers are given to, and the scale they use.</summary>
public sealed record FollowedProposition(Treatment Treatment, StatusScheme Scheme);
