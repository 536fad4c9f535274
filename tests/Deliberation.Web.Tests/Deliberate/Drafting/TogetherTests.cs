using Deliberation.Domain.Deliberate.Drafting;
using Deliberation.Testing;
using Deliberation.Web.Features.Deliberate.Drafting;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Tests.Deliberate.Drafting;

/// <summary>What concerns two texts is written whole or not at all, wherever the database fails in between.</summary>
public sealed class TogetherTests : IDisposable
{
    private const string Whole = "Un carnet lisible.\n\nDes rappels utiles.";

    private readonly Product product = new();

    public void Dispose() => product.Dispose();

    [Theory]
    [InlineData("Changes", "\"ClientId\" LIKE 'split-%'")]
    [InlineData("Changes", "\"ClientId\" LIKE 'cut-%'")]
    public async Task A_split_cut_short_leaves_every_word_where_it_was_and_no_empty_proposal(
        string table,
        string row
    )
    {
        var atelier = await WrittenAsync();
        await using var samira = await Given.LivePageAsync(product, atelier.DocumentId, atelier.Member);

        await FailAtAsync("INSERT", table, row);
        await Assert.ThrowsAsync<DbUpdateException>(() => SplitAsync(atelier));
        var (texts, proposals) = (await TextAsync(atelier.DocumentId), await ProposalsAsync(atelier));
        await samira.WriteAsync(" Fin.");
        await MendAsync(table);
        await SplitAsync(atelier);

        Assert.Equal((Whole, 1), (texts, proposals.Count));
        var part = (await ProposalsAsync(atelier)).Single(p => p.Title == "La suite");
        Assert.Equal("Un carnet lisible.", await TextAsync(atelier.DocumentId));
        Assert.Equal("Des rappels utiles. Fin.", await TextAsync(part.DocumentId));
        await samira.UntilAsync(page => page.Text == "Un carnet lisible.");
    }

    [Fact]
    public async Task A_merge_cut_short_after_its_words_leaves_none_of_them_and_neither_does_taking_it_back()
    {
        var atelier = await WrittenAsync();
        var other = await product.SendAsync(
            new Start.Command(atelier.DraftId, null, "Une autre", atelier.Facilitator)
        );
        await product.SendAsync(
            new Write.Command(other.DocumentId, 0, "Des alertes.", Write.NewKey(), atelier.Facilitator)
        );
        var merge = new Progress.Command(
            other.ProposalId,
            Step.Merge,
            "",
            atelier.ProposalId,
            atelier.Facilitator
        );
        var apart = new Rearrange.Command(
            atelier.DraftId,
            Arrangement.SetApart,
            other.ProposalId,
            null,
            null,
            atelier.Facilitator
        );

        await FailAtAsync("UPDATE", "Proposals", "\"Title\" = 'Une autre'");
        await Assert.ThrowsAsync<DbUpdateException>(() => product.SendAsync(merge));
        var afterMerge = await TextAsync(atelier.DocumentId);
        await MendAsync("Proposals");
        await product.SendAsync(merge);
        await FailAtAsync("UPDATE", "Proposals", "\"Title\" = 'Une autre'");
        await Assert.ThrowsAsync<DbUpdateException>(() => product.SendAsync(apart));
        var afterApart = await TextAsync(atelier.DocumentId);
        await MendAsync("Proposals");
        await product.SendAsync(apart);

        Assert.Equal(Whole, afterMerge);
        Assert.Equal($"{Whole}\n\nDes alertes.", afterApart);
        Assert.Equal(Whole, await TextAsync(atelier.DocumentId));
    }

    /// <summary>From now on the database refuses one kind of row, as a full disk or a cut line would.</summary>
    private Task<int> FailAtAsync(string act, string table, string row)
    {
        var trigger = Product.IsPostgres
            ? $"""
                CREATE OR REPLACE FUNCTION "Fails"() RETURNS trigger LANGUAGE plpgsql AS
                    $$ BEGIN RAISE EXCEPTION 'cut short'; END $$;
                CREATE TRIGGER "Fails" BEFORE {act} ON "{table}" FOR EACH ROW WHEN (NEW.{row})
                    EXECUTE FUNCTION "Fails"();
                """
            : $"""
                CREATE TRIGGER "Fails" BEFORE {act} ON "{table}" WHEN NEW.{row}
                BEGIN SELECT RAISE(ABORT, 'cut short'); END;
                """;
        return product.ReadAsync(db => db.Database.ExecuteSqlRawAsync(trigger));
    }

    private Task<int> MendAsync(string table)
    {
        var mend = Product.IsPostgres ? $"""DROP TRIGGER "Fails" ON "{table}" """ : "DROP TRIGGER \"Fails\"";
        return product.ReadAsync(db => db.Database.ExecuteSqlRawAsync(mend));
    }

    private async Task<Atelier> WrittenAsync()
    {
        var atelier = await Given.AtelierAsync(product);
        await product.SendAsync(
            new Write.Command(atelier.DocumentId, 0, Whole, Write.NewKey(), atelier.Member)
        );
        return atelier;
    }

    private Task<Guid> SplitAsync(Atelier atelier) =>
        product.SendAsync(new Split.Command(atelier.ProposalId, 1, 20, "La suite", atelier.Facilitator));

    private Task<List<Proposal>> ProposalsAsync(Atelier atelier) =>
        product.ReadAsync(db => db.Set<Proposal>().Where(p => p.DraftId == atelier.DraftId).ToListAsync());

    private Task<string> TextAsync(Guid documentId) =>
        product.ReadAsync(async db =>
            (await new DocumentLog(db).TextAsync(documentId, CancellationToken.None)).Text
        );
}
