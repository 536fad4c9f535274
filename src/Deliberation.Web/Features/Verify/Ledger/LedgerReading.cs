using Deliberation.Domain.Verify.Ledger;

namespace Deliberation.Web.Features.Verify.Ledger;

/// <summary>One reading of a register, with its faults in words.</summary>
internal sealed class LedgerReading
{
    private readonly List<LedgerEntry> suspects = [];
    private IReadOnlyList<LedgerFault> faults = [];

    public long Count { get; private set; }

    public string LastHash { get; private set; } = LedgerChain.Origin;

    public static async Task<LedgerReading> OfAsync(IAsyncEnumerable<LedgerEntry> entries, LedgerHead? head)
    {
        var reading = new LedgerReading();
        var audit = new LedgerAudit(head);
        await foreach (var entry in entries)
        {
            audit.Read(entry);
            reading.Note(entry);
        }

        reading.faults = audit.Conclude();
        return reading;
    }

    public IEnumerable<string> Explain() => faults.Select(Explain);

    private void Note(LedgerEntry entry)
    {
        Count++;
        LastHash = entry.Hash;
        if (!IsSealedAs(entry, entry.Number))
        {
            suspects.Add(entry);
        }
    }

    private string Explain(LedgerFault fault) =>
        fault.Kind switch
        {
            LedgerFaultKind.ContentChanged => Moved(fault.Number) is { } from
                ? $"Entry {fault.Number} was reordered: it was sealed as entry {from}."
                : $"Entry {fault.Number} was changed: it does not say what was sealed.",
            LedgerFaultKind.EntryMissing => $"Entry {fault.Number} is missing.",
            LedgerFaultKind.OutOfOrder => $"Entry {fault.Number} was reordered: it follows a later one.",
            LedgerFaultKind.LinkBroken => $"Entry {fault.Number} is not sealed to the one before.",
            LedgerFaultKind.NumberDuplicated => $"Entry {fault.Number} comes twice.",
            LedgerFaultKind.EndTruncated => $"Entry {fault.Number} and those after it are missing.",
            _ => $"Entry {fault.Number} is not the one that was noted: the register was rewritten.",
        };

    /// <summary>The number an entry was sealed under, when it carries another's.</summary>
    private long? Moved(long number)
    {
        var entry = suspects.Find(suspect => suspect.Number == number);
        return entry is null
            ? null
            : suspects
                .Select(suspect => (long?)suspect.Number)
                .FirstOrDefault(candidate => IsSealedAs(entry, candidate.GetValueOrDefault()));
    }

    private static bool IsSealedAs(LedgerEntry entry, long number)
    {
        try
        {
            var act = (entry.Kind, entry.Subject, entry.Content);
            var same = LedgerEntry.AsWritten(number, entry.At, act, (entry.PreviousHash, entry.Hash));
            return LedgerChain.HashOf(same) == entry.Hash;
        }
        catch (ArgumentException)
        {
            return false; // not valid Unicode, so never sealed by us
        }
    }
}
