using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Deliberation.Domain.Verify.Ledger;

/// <summary>
/// Seals each public act to the one before, so that nobody can change, remove or insert one unseen.
/// The seal is SHA-256 (FIPS 180-4) over the UTF-8 bytes of seven lines joined by line feeds:
/// <c>deliberation-ledger/1</c>, number, moment (<c>2026-03-01T13:05:00Z</c>), kind, subject, previous seal, content.
/// </summary>
public static class LedgerChain
{
    /// <summary>Stands for the seal before the first entry.</summary>
    public const string Origin = "0000000000000000000000000000000000000000000000000000000000000000";

    private const string Format = "deliberation-ledger/1";

    // Two texts that differ only by a broken character must not share their bytes: refuse it.
    private static readonly UTF8Encoding Utf8 = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    /// <summary>The entry that follows <paramref name="previous"/>, or the first of all.</summary>
    /// <param name="content">Canonical JSON, as <see cref="LedgerEntry.Content"/>.</param>
    /// <exception cref="ArgumentException">The kind or the subject is empty or spans lines, or a text is not valid Unicode.</exception>
    public static LedgerEntry Seal(
        LedgerEntry? previous,
        string kind,
        string subject,
        DateTimeOffset at,
        string content
    )
    {
        var moment = ToTheSecond(at);
        var number = (previous?.Number ?? 0) + 1;
        var before = previous?.Hash ?? Origin;
        var act = (kind, subject, content);
        return LedgerEntry.AsWritten(number, moment, act, (before, HashOf(number, moment, act, before)));
    }

    /// <summary>The seal an entry should carry, given what it says.</summary>
    /// <exception cref="ArgumentException">It says what could never have been sealed.</exception>
    public static string HashOf(LedgerEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return HashOf(entry.Number, entry.At, (entry.Kind, entry.Subject, entry.Content), entry.PreviousHash);
    }

    /// <summary>Every fault found in one reading of the entries in their order; none when the register is whole.</summary>
    /// <param name="expected">The last entry known from elsewhere: without it, entries cut off the end cannot be missed.</param>
    public static IReadOnlyList<LedgerFault> Verify(
        IEnumerable<LedgerEntry> entries,
        LedgerHead? expected = null
    )
    {
        ArgumentNullException.ThrowIfNull(entries);
        var audit = new LedgerAudit(expected);
        foreach (var entry in entries)
        {
            audit.Read(entry);
        }
        return audit.Conclude();
    }

    private static string HashOf(
        long number,
        DateTimeOffset at,
        (string Kind, string Subject, string Content) act,
        string previous
    )
    {
        // A line feed would let words slip from one line to the next under the same seal.
        RefuseUnclear(act.Kind);
        RefuseUnclear(act.Subject);
        var moment = at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{Format}\n{number}\n{moment}\n{act.Kind}\n{act.Subject}\n{previous}\n{act.Content}"
        );
        return Convert.ToHexStringLower(SHA256.HashData(Utf8.GetBytes(text)));
    }

    private static DateTimeOffset ToTheSecond(DateTimeOffset at) =>
        new(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);

    private static void RefuseUnclear(string text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Contains('\n'))
        {
            throw new ArgumentException("A kind or a subject is one line, and not empty.", nameof(text));
        }
    }
}
