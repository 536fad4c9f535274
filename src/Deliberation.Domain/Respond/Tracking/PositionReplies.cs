namespace Deliberation.Domain.Respond.Tracking;

/// <summary>What a body replies to one minority position of the proposition it answers.</summary>
/// <param name="Position">The position's number beside its proposition, from 1.</param>
/// <param name="Words">Plain words; 20 to 5,000 characters.</param>
public sealed record PositionReply(int Position, string Words);

/// <summary>The replies to minority positions that one answer holds, at least one, in the order of the positions.</summary>
public sealed class PositionReplies : IEquatable<PositionReplies>
{
    private PositionReplies(IReadOnlyList<PositionReply> all) => All = all;

    public IReadOnlyList<PositionReply> All { get; }

    internal bool AreReadable => All.All(reply => AnswerText.Is(reply.Words, 20, 5_000));

    /// <summary>Without stray spaces or empty replies; null when none is left.</summary>
    public static PositionReplies? Of(IEnumerable<PositionReply> replies)
    {
        PositionReply[] said =
        [
            .. replies
                .Select(reply => reply with { Words = AnswerText.Tidy(reply.Words) ?? "" })
                .Where(reply => reply.Words.Length > 0)
                .OrderBy(reply => reply.Position),
        ];
        return said.Length == 0 ? null : new PositionReplies(said);
    }

    /// <summary>Do they go to positions numbered up to <paramref name="positions"/>, one reply each?</summary>
    internal bool AreTo(int positions) =>
        All.All(reply => reply.Position >= 1 && reply.Position <= positions)
        && All.DistinctBy(reply => reply.Position).Count() == All.Count;

    public bool Equals(PositionReplies? other) => other is not null && All.SequenceEqual(other.All);

    public override bool Equals(object? obj) => Equals(obj as PositionReplies);

    public override int GetHashCode() =>
        All.Aggregate(0, (hash, reply) => HashCode.Combine(hash, reply.Position, reply.Words));
}
