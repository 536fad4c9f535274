using System.Net;
using Deliberation.Testing;

namespace Deliberation.Web.Tests.Verify.Ledger;

public sealed class LedgerPagesTests : IDisposable
{
    private readonly Product product = new();

    [Fact]
    public async Task Acts_are_said_in_a_sentence_the_latest_first()
    {
        var followed = await LedgerProduct.WithEightActsAsync(product);

        var page = await product.Browse().GoAsync("/registre");

        var acts = page.Document.QuerySelectorAll("#actes > li");
        Assert.Equal(8, acts.Length);
        Assert.Contains(
            $"Réponse à la proposition {followed.Proposition(3)}",
            acts[0].TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains("attend une réponse", acts[7].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_register_narrows_to_one_kind_or_one_subject()
    {
        var followed = await LedgerProduct.WithEightActsAsync(product);

        var answers = await product.Browse().GoAsync("/registre?genre=TreatmentAnswered");
        var subject = await product.Browse().GoAsync($"/registre?objet={followed.Proposition(1)}&langue=en");

        Assert.Contains("Actes trouvés : 3", answers.Words, StringComparison.Ordinal);
        Assert.Contains("Acts found: 2", subject.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_act_shows_its_seal_and_whether_it_still_holds()
    {
        await LedgerProduct.WithEightActsAsync(product);
        var whole = await product.Browse().GoAsync("/registre/6");
        await LedgerProduct.TamperAsync(
            product,
            """UPDATE "Ledger" SET "Content" = '[' WHERE "Number" = 6"""
        );

        var changed = await product.Browse().GoAsync("/registre/6");

        Assert.Contains("correspond à ses mots", whole.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, changed.Status);
        Assert.Contains("il a été changé après coup", changed.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await product.Browse().GoAsync("/registre/99")).Status);
    }

    [Fact]
    public async Task A_downloaded_copy_verifies_away_from_the_database()
    {
        await LedgerProduct.WithEightActsAsync(product);
        var copy = (await product.Browse().GoAsync("/registre.jsonl")).Text;
        var file = Path.Combine(product.DataFolder, "registre.jsonl");
        await File.WriteAllTextAsync(file, copy);

        var (whole, _) = await LedgerProduct.VerifyAsync(product, file);
        var lines = copy.Split('\n');
        (lines[1], lines[2]) = (lines[2], lines[1]);
        await File.WriteAllTextAsync(file, string.Join('\n', lines));
        var (moved, words) = await LedgerProduct.VerifyAsync(product, file);

        Assert.Equal((0, 1), (whole, moved));
        Assert.Contains("reordered", words, StringComparison.Ordinal);
    }

    public void Dispose() => product.Dispose();
}
