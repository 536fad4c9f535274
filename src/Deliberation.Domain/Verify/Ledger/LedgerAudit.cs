using System.Runtime.InteropServices;

namespace Deliberation.Domain.Verify.Ledger;

/// <summary>What may be wrong with a register.</summary>
public enum LedgerFaultKind
{
    /// <summary>The entry does not say what was sealed.</summary>
    ContentChanged,

    /// <summary>The number that should come next is not there.</summary>
    EntryMissing,

    /// <summary>The entry comes after one with a higher number.</summary>
    OutOfOrder,

    /// <summary>The entry was not sealed to the one before.</summary>
    LinkBroken,

    /// <summary>The same number comes twice.</summary>
    NumberDuplicated,

    /// <summary>The register stops before the last entry known from elsewhere.</summary>
    EndTruncated,

    /// <summary>The entry known from elsewhere carries another seal: history was rewritten.</summary>
    HeadDiffers,
}

/// <summary>Something wrong, and the number of the entry where it shows.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct LedgerFault(long Number, LedgerFaultKind Kind);

/// <summary>The last entry of a register as someone noted it: its number and its seal.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct LedgerHead(long Number, string Hash);

/// <summary>Reads a register entry by entry, keeping only the last one, and notes what is wrong.</summary>
public sealed class LedgerAudit(LedgerHead? expected = null)
{
    private readonly List<LedgerFault> faults = [];
    private LedgerHead head = new(0, LedgerChain.Origin);

    public void Read(LedgerEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        CheckPlace(entry);
        CheckSeal(entry);
        if (entry.Number > head.Number)
        {
            head = new(entry.Number, entry.Hash);
        }
    }

    public IReadOnlyList<LedgerFault> Conclude()
    {
        if (expected is { } known && head.Number < known.Number)
        {
            Note(head.Number + 1, LedgerFaultKind.EndTruncated);
        }
        return faults;
    }

    private void CheckPlace(LedgerEntry entry)
    {
        if (entry.Number == head.Number)
        {
            Note(entry.Number, LedgerFaultKind.NumberDuplicated);
        }
        else if (entry.Number < head.Number)
        {
            Note(entry.Number, LedgerFaultKind.OutOfOrder);
        }
        else if (entry.Number > head.Number + 1)
        {
            Note(head.Number + 1, LedgerFaultKind.EntryMissing);
        }
        else if (entry.PreviousHash != head.Hash)
        {
            Note(entry.Number, LedgerFaultKind.LinkBroken);
        }
    }

    private void CheckSeal(LedgerEntry entry)
    {
        if (entry.Hash != Sealed(entry))
        {
            Note(entry.Number, LedgerFaultKind.ContentChanged);
        }
        if (expected is { } known && entry.Number == known.Number && entry.Hash != known.Hash)
        {
            Note(entry.Number, LedgerFaultKind.HeadDiffers);
        }
    }

    private static string? Sealed(LedgerEntry entry)
    {
        try
        {
            return LedgerChain.HashOf(entry);
        }
        catch (ArgumentException)
        {
            return null; // what could never have been sealed
        }
    }

    private void Note(long number, LedgerFaultKind kind) => faults.Add(new(number, kind));
}
