using System.Security.Cryptography;
using System.Text;
using Deliberation.Domain.Verify.Ledger;
using FsCheck;
using FsCheck.Fluent;

namespace Deliberation.Domain.Tests.Verify.Ledger;

public sealed class LedgerChainTests
{
    private static readonly DateTimeOffset Moment = new(2026, 3, 1, 14, 5, 7, 999, TimeSpan.FromHours(1));
    private static readonly LedgerEntry[] Whole = Chain(8);
    private static readonly LedgerHead Head = new(8, Whole[^1].Hash);

    [Fact]
    public void The_first_entry_is_sealed_to_the_origin()
    {
        var entry = LedgerChain.Seal(null, "OpinionPublished", "AC-2021-01", Moment, """{"a":1}""");

        Assert.Equal((1, LedgerChain.Origin), (entry.Number, entry.PreviousHash));
        Assert.Equal(new DateTimeOffset(2026, 3, 1, 13, 5, 7, TimeSpan.Zero), entry.At);
    }

    [Fact]
    public void Anyone_can_compute_the_seal_from_the_documented_lines()
    {
        var entry = LedgerChain.Seal(Whole[0], "OpinionPublished", "AC-2021-01", Moment, """{"é":1}""");

        var lines =
            $"deliberation-ledger/1\n2\n2026-03-01T13:05:07Z\nOpinionPublished\nAC-2021-01\n{Whole[0].Hash}\n{{\"é\":1}}";
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(lines))), entry.Hash);
    }

    [Fact]
    public void A_whole_register_has_no_fault()
    {
        Assert.Empty(LedgerChain.Verify(Whole, Head));
        Assert.Empty(LedgerChain.Verify(Whole, new(5, Whole[4].Hash)));
        Assert.Empty(LedgerChain.Verify([]));
    }

    [Fact]
    public void A_changed_content_is_found() =>
        Finds(With(3, Altered(Whole[3], content: "{}")), (4, LedgerFaultKind.ContentChanged));

    [Fact]
    public void A_changed_content_sealed_anew_breaks_the_next_link() =>
        Finds(With(3, Resealed(Altered(Whole[3], content: "{}"))), (5, LedgerFaultKind.LinkBroken));

    [Fact]
    public void A_last_entry_sealed_anew_differs_from_the_known_head() =>
        Finds(With(7, Resealed(Altered(Whole[7], content: "{}"))), (8, LedgerFaultKind.HeadDiffers));

    [Fact]
    public void A_missing_entry_is_found() =>
        Finds([.. Whole[..3], .. Whole[4..]], (4, LedgerFaultKind.EntryMissing));

    [Fact]
    public void A_missing_beginning_is_found() => Finds(Whole[2..], (1, LedgerFaultKind.EntryMissing));

    [Fact]
    public void Entries_out_of_order_are_found() =>
        Finds(
            [.. Whole[..3], Whole[4], Whole[3], .. Whole[5..]],
            (4, LedgerFaultKind.EntryMissing),
            (4, LedgerFaultKind.OutOfOrder)
        );

    [Fact]
    public void A_number_given_twice_is_found() =>
        Finds([.. Whole[..4], Whole[3], .. Whole[4..]], (4, LedgerFaultKind.NumberDuplicated));

    [Fact]
    public void A_cut_end_is_found_by_whoever_knows_the_head() =>
        Finds(Whole[..5], (6, LedgerFaultKind.EndTruncated));

    [Fact]
    public void Words_that_slip_from_one_line_to_the_next_are_found()
    {
        var entry = LedgerChain.Seal(null, "A", "B", Moment, "C\nD");
        var slipped = LedgerEntry.AsWritten(
            1,
            entry.At,
            ("A\nB", "C", "D"),
            (entry.PreviousHash, entry.Hash)
        );

        Assert.Contains(LedgerChain.Verify([slipped]), fault => fault.Kind == LedgerFaultKind.ContentChanged);
    }

    [Theory]
    [InlineData("", "S")]
    [InlineData("A\nB", "S")]
    [InlineData("K", " ")]
    [InlineData("K", "a\nb")]
    public void What_cannot_be_read_back_is_not_sealed(string kind, string subject) =>
        Assert.ThrowsAny<ArgumentException>(() => LedgerChain.Seal(null, kind, subject, Moment, "{}"));

    [Fact]
    public void A_broken_character_is_not_sealed() =>
        Assert.ThrowsAny<ArgumentException>(() => LedgerChain.Seal(null, "K", "S", Moment, "\uD800"));

    [Fact]
    public void Any_single_change_is_found() =>
        Prop.ForAll<byte, byte, char>(
                (where, what, letter) =>
                {
                    var index = where % Whole.Length;
                    var entry = Whole[index];
                    var changed = (what % 7) switch
                    {
                        0 => Altered(entry, content: Replaced(entry.Content, what, letter)),
                        1 => Altered(entry, kind: Replaced(entry.Kind, what, letter)),
                        2 => Altered(entry, subject: Replaced(entry.Subject, what, letter)),
                        3 => Altered(entry, at: entry.At.AddSeconds(letter + 1)),
                        4 => Altered(entry, number: entry.Number + letter + 1),
                        5 => Altered(entry, previous: Replaced(entry.PreviousHash, what, letter)),
                        _ => Altered(entry, hash: Replaced(entry.Hash, what, letter)),
                    };
                    return LedgerChain.Verify(With(index, changed), Head).Count > 0;
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    [Fact]
    public void Any_single_change_sealed_anew_is_found() =>
        Prop.ForAll<byte, char>(
                (where, letter) =>
                {
                    var index = where % Whole.Length;
                    var changed = Resealed(
                        Altered(
                            Whole[index],
                            content: Replaced(
                                Whole[index].Content,
                                where,
                                char.IsSurrogate(letter) ? 'x' : letter
                            )
                        )
                    );
                    return LedgerChain.Verify(With(index, changed), Head).Count > 0;
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    private static void Finds(LedgerEntry[] entries, params (long Number, LedgerFaultKind Kind)[] faults) =>
        Assert.Equal(
            faults.Select(fault => new LedgerFault(fault.Number, fault.Kind)),
            LedgerChain.Verify(entries, Head)
        );

    private static LedgerEntry[] Chain(int length)
    {
        var entries = new List<LedgerEntry>();
        for (var index = 0; index < length; index++)
        {
            var content = $$"""{"numéro":{{index}}}""";
            entries.Add(
                LedgerChain.Seal(
                    entries.LastOrDefault(),
                    "StatusGiven",
                    $"AC-2021-01-P{index}",
                    Moment.AddDays(index),
                    content
                )
            );
        }
        return [.. entries];
    }

    private static LedgerEntry[] With(int index, LedgerEntry entry) =>
        [.. Whole[..index], entry, .. Whole[(index + 1)..]];

    private static LedgerEntry Resealed(LedgerEntry entry) => Altered(entry, hash: LedgerChain.HashOf(entry));

    private static string Replaced(string text, int where, char letter)
    {
        var at = where % text.Length;
        var other = text[at] == letter ? (char)(letter ^ 1) : letter;
        return text[..at] + other + text[(at + 1)..];
    }

    private static LedgerEntry Altered(
        LedgerEntry entry,
        string? content = null,
        string? kind = null,
        string? subject = null,
        DateTimeOffset? at = null,
        long? number = null,
        string? previous = null,
        string? hash = null
    ) =>
        LedgerEntry.AsWritten(
            number ?? entry.Number,
            at ?? entry.At,
            (kind ?? entry.Kind, subject ?? entry.Subject, content ?? entry.Content),
            (previous ?? entry.PreviousHash, hash ?? entry.Hash)
        );
}
