using System.Text;
using Deliberation.Domain.Respond.Spreadsheets;

namespace Deliberation.Domain.Tests.Respond.Spreadsheets;

public sealed class SheetFileTests
{
    private static readonly byte[] OldOffice = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0];

    [Fact]
    public void A_file_is_what_its_first_bytes_say() =>
        Assert.Equal(
            (true, false),
            (SheetFile.IsWorkbook("PK\u0003\u0004…"u8), SheetFile.IsWorkbook("Référence"u8))
        );

    [Fact]
    public void A_file_is_small() =>
        RuleAssert.Breaks(
            SheetRules.AFileIsSmall,
            () => SheetFile.IsWorkbook(new byte[SheetFile.Largest + 1])
        );

    [Fact]
    public void A_workbook_of_before_2007_is_saved_anew() =>
        RuleAssert.Breaks(SheetRules.AnOldWorkbookIsSavedAnew, () => SheetFile.IsWorkbook(OldOffice));

    [Fact]
    public void A_workbook_locked_by_a_password_says_so() =>
        RuleAssert.Breaks(
            SheetRules.AFileHasNoPassword,
            () => SheetFile.IsWorkbook([.. OldOffice, .. Encoding.Unicode.GetBytes("EncryptedPackage")])
        );

    [Fact]
    public void A_text_is_read_in_the_encoding_it_was_saved_in()
    {
        const string Text = "Référence;« été » – œuvre";
        byte[] windows =
        [
            .. "R\u00E9f\u00E9rence;\u00AB \u00E9t\u00E9 \u00BB \u0096 \u009Cuvre".Select(letter =>
                (byte)letter
            ),
        ];

        Assert.Equal(new SheetText(Text, false), SheetText.Read(Encoding.UTF8.GetBytes(Text)));
        Assert.Equal(
            new SheetText(Text, false),
            SheetText.Read([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Text)])
        );
        Assert.Equal(
            new SheetText(Text, false),
            SheetText.Read([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Text)])
        );
        Assert.Equal(
            new SheetText(Text, false),
            SheetText.Read([0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Text)])
        );
        Assert.Equal(new SheetText(Text, true), SheetText.Read(windows));
    }

    [Fact]
    public void What_is_no_text_cannot_be_read() =>
        RuleAssert.Breaks(
            SheetRules.AFileCanBeRead,
            () => SheetText.Read([0x7F, (byte)'E', (byte)'L', (byte)'F', 0, 1, 2])
        );
}
