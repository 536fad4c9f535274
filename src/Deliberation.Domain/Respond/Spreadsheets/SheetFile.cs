namespace Deliberation.Domain.Respond.Spreadsheets;

/// <summary>What a file is by its first bytes, whatever it is called.</summary>
public static class SheetFile
{
    /// <summary>In bytes, as it is given.</summary>
    public const int Largest = 5 * 1024 * 1024;

    /// <summary>In bytes, once unpacked.</summary>
    public const int LargestUnpacked = 40 * 1024 * 1024;

    private static readonly byte[] Zip = "PK\u0003\u0004"u8.ToArray();

    private static readonly byte[] CompoundFile = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    // The stream in which Office puts a workbook once it has a password (MS-OFFCRYPTO 2.3.4), in UTF-16.
    private static readonly byte[] Encrypted =
    [
        .. "EncryptedPackage".SelectMany(letter => new[] { (byte)letter, (byte)0 }),
    ];

    /// <summary>Is it a workbook? Otherwise it is text.</summary>
    /// <exception cref="RuleBroken">Too large, locked by a password, or of before 2007.</exception>
    public static bool IsWorkbook(ReadOnlySpan<byte> file)
    {
        Require(file.Length <= Largest, SheetRules.AFileIsSmall);
        if (file.StartsWith(CompoundFile))
        {
            Require(file.IndexOf(Encrypted) < 0, SheetRules.AFileHasNoPassword);
            throw new RuleBroken(SheetRules.AnOldWorkbookIsSavedAnew);
        }

        return file.StartsWith(Zip);
    }

    private static void Require(bool condition, Rule rule)
    {
        if (!condition)
        {
            throw new RuleBroken(rule);
        }
    }
}
