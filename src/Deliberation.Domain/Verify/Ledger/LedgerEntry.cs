namespace Deliberation.Domain.Verify.Ledger;

/// <summary>One public act as the register keeps it, sealed by a hash that takes in the entry before. Never changed.</summary>
public sealed class LedgerEntry
{
    private LedgerEntry() { }

    /// <summary>From 1, without gaps.</summary>
    public long Number { get; private set; }

    /// <summary>The moment of the act, in UTC, to the second.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>What happened, as a stable word: <c>OpinionPublished</c>.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>The published thing the act is about: <c>AC-2021-01-P12</c>.</summary>
    public string Subject { get; private set; } = "";

    /// <summary>The facts, as canonical JSON (RFC 8785).</summary>
    public string Content { get; private set; } = "";

    /// <summary>The seal of the entry before, or <see cref="LedgerChain.Origin"/>.</summary>
    public string PreviousHash { get; private set; } = "";

    /// <summary>The seal: SHA-256 in 64 lower-case hexadecimal signs.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>An entry as it was written somewhere, true or not: for checking copies of the register.</summary>
    public static LedgerEntry AsWritten(
        long number,
        DateTimeOffset at,
        (string Kind, string Subject, string Content) act,
        (string Previous, string Own) hashes
    ) =>
        new()
        {
            Number = number,
            At = at,
            Kind = act.Kind,
            Subject = act.Subject,
            Content = act.Content,
            PreviousHash = hashes.Previous,
            Hash = hashes.Own,
        };
}
