using Deliberation.Domain.Respond.Tracking;
using Deliberation.Domain.Verify.Ledger;
using Deliberation.Testing;
using Microsoft.EntityFrameworkCore;
using Answer = Deliberation.Web.Features.Respond.Tracking.Answer;

namespace Deliberation.Web.Tests.Verify.Ledger;

public sealed class VerifyLedgerTests : IDisposable
{
    private readonly Product product = new();

    [Fact]
    public async Task An_untouched_register_verifies()
    {
        await LedgerProduct.WithEightActsAsync(product);

        var (exitCode, words) = await LedgerProduct.VerifyAsync(product);

        Assert.Equal((0, true), (exitCode, words.Contains("8 entries", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_changed_entry_is_named()
    {
        await LedgerProduct.WithEightActsAsync(product);
        await LedgerProduct.TamperAsync(
            product,
            """UPDATE "Ledger" SET "Content" = replace("Content", 'progress', 'regress') WHERE "Number" = 7"""
        );

        var (exitCode, words) = await LedgerProduct.VerifyAsync(product);

        Assert.Equal(1, exitCode);
        Assert.Contains("Entry 7 was changed", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_sealed_anew_breaks_the_link_of_the_next_entry()
    {
        await LedgerProduct.WithEightActsAsync(product);
        var third = await product.ReadAsync(db =>
            db.Set<LedgerEntry>().FirstAsync(entry => entry.Number == 3)
        );
        var forged = LedgerEntry.AsWritten(
            3,
            third.At,
            (third.Kind, third.Subject, "[]"),
            (third.PreviousHash, "")
        );
        var hash = LedgerChain.HashOf(forged);
        await LedgerProduct.TamperAsync(
            product,
            $"""UPDATE "Ledger" SET "Content" = '[]', "Hash" = '{hash}' WHERE "Number" = 3"""
        );

        var (exitCode, words) = await LedgerProduct.VerifyAsync(product);

        Assert.Equal(1, exitCode);
        Assert.Contains("Entry 4 is not sealed to the one before", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deleted_entry_is_missed()
    {
        await LedgerProduct.WithEightActsAsync(product);
        await LedgerProduct.TamperAsync(product, """DELETE FROM "Ledger" WHERE "Number" = 4""");

        var (exitCode, words) = await LedgerProduct.VerifyAsync(product);

        Assert.Equal(1, exitCode);
        Assert.Contains("Entry 4 is missing", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_entries_that_changed_places_are_named()
    {
        await LedgerProduct.WithEightActsAsync(product);
        await LedgerProduct.TamperAsync(
            product,
            """
            UPDATE "Ledger" SET "Number" = 999 WHERE "Number" = 2;
            UPDATE "Ledger" SET "Number" = 2 WHERE "Number" = 5;
            UPDATE "Ledger" SET "Number" = 5 WHERE "Number" = 999;
            """
        );

        var (exitCode, words) = await LedgerProduct.VerifyAsync(product);

        Assert.Equal(1, exitCode);
        Assert.Contains("Entry 2 was reordered: it was sealed as entry 5", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_register_cut_at_its_end_no_longer_agrees_with_the_tracker()
    {
        await LedgerProduct.WithEightActsAsync(product);
        await LedgerProduct.TamperAsync(product, """DELETE FROM "Ledger" WHERE "Number" > 6""");

        var (exitCode, words) = await LedgerProduct.VerifyAsync(product);

        Assert.Equal(1, exitCode);
        Assert.Contains("is not what was sealed", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_register_cut_at_its_end_is_missed_by_whoever_noted_the_last_seal()
    {
        await LedgerProduct.WithEightActsAsync(product);
        var last = await product.ReadAsync(db =>
            db.Set<LedgerEntry>().FirstAsync(entry => entry.Number == 8)
        );
        await LedgerProduct.TamperAsync(product, """DELETE FROM "Ledger" WHERE "Number" > 6""");

        var (_, words) = await LedgerProduct.VerifyAsync(product, "--head", $"8:{last.Hash}");

        Assert.Contains("Entry 7 and those after it are missing", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_rewritten_in_the_tracker_no_longer_agrees_with_the_register()
    {
        var followed = await LedgerProduct.WithEightActsAsync(product);
        await LedgerProduct.TamperAsync(
            product,
            """UPDATE "TreatmentUpdates" SET "Status" = 'taken-into-account' """
        );

        var (exitCode, words) = await LedgerProduct.VerifyAsync(product);

        Assert.Equal(1, exitCode);
        Assert.Contains(followed.Proposition(2), words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_given_at_the_same_time_are_chained_one_after_the_other()
    {
        var followed = await Given.FollowedOpinionAsync(product, propositions: 20);

        await Task.WhenAll(
            Enumerable
                .Range(1, 20)
                .Select(number =>
                    product.SendAsync(
                        new Answer.Command(followed.Agent, followed.Proposition(number), Given.Answer())
                    )
                )
        );

        var (exitCode, words) = await LedgerProduct.VerifyAsync(product);
        Assert.Equal((0, true), (exitCode, words.Contains("40 entries", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_answer_refused_leaves_no_entry()
    {
        var followed = await Given.FollowedOpinionAsync(product, propositions: 1);

        await Assert.ThrowsAsync<Domain.RuleBroken>(() =>
            product.SendAsync(
                new Answer.Command(
                    followed.Agent,
                    followed.Proposition(1),
                    Given.Answer() with
                    {
                        Reason = "",
                    }
                )
            )
        );

        Assert.Equal(
            0,
            await product.ReadAsync(db =>
                db.Set<LedgerEntry>().CountAsync(entry => entry.Kind == nameof(TreatmentAnswered))
            )
        );
    }

    public void Dispose() => product.Dispose();
}
