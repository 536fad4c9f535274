using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Deliberation.Domain;
using Deliberation.Domain.Deliberate.Amendments;
using Deliberation.Domain.Deliberate.Drafting;
using Deliberation.Testing;
using Deliberation.Web.Features.Deliberate.Drafting;
using Microsoft.EntityFrameworkCore;
using ProposeAmendment = Deliberation.Web.Features.Deliberate.Amendments.Propose;

namespace Deliberation.Web.Tests.Deliberate.Drafting;

/// <summary>Texts cut in two and put together again while people write in them and speak of their words.</summary>
public sealed partial class SplitTests(Product product) : IClassFixture<Product>
{
    private const string Whole = "Un carnet lisible.\n\nDes rappels utiles.";
    private const int Second = 20;

    [Fact]
    public async Task What_was_typed_since_the_page_was_opened_goes_with_its_paragraph()
    {
        var atelier = await WrittenAsync();
        var jean = product.Browse(atelier.Facilitator);
        var page = await jean.GoAsync($"{atelier.Address}/propositions/{atelier.ProposalId}/coupe");
        await WriteAsync(atelier, 1, "Un carnet très lisible.\n\nDes rappels très utiles.");

        await jean.SubmitAsync(page, "form#split", ("Data.At", $"{Second}"), ("Data.Title", "La suite"));

        Assert.Equal("Un carnet très lisible.", await TextAsync(atelier.DocumentId));
        Assert.Equal("Des rappels très utiles.", await TextAsync((await PartAsync(atelier)).DocumentId));
    }

    [Fact]
    public async Task While_two_others_type_no_word_is_lost_doubled_or_torn()
    {
        var atelier = await WrittenAsync();
        await using var samira = await Given.LivePageAsync(product, atelier.DocumentId, atelier.Member);
        await using var jean = await Given.LivePageAsync(product, atelier.DocumentId, atelier.Facilitator);
        using var stop = new CancellationTokenSource();
        var typing = new[]
        {
            TypeAsync(samira, 's', text => text.Length, stop.Token),
            TypeAsync(jean, 'j', _ => 0, stop.Token),
        };

        await Task.Delay(500);
        await SplitAsync(atelier);
        await stop.CancelAsync();
        var typed = (await Task.WhenAll(typing)).Sum();

        var both =
            $"{await TextAsync(atelier.DocumentId)} {await TextAsync((await PartAsync(atelier)).DocumentId)}";
        Assert.True(typed > 4, $"Only {typed} words were typed.");
        Assert.Equal(typed, Typed().Matches(both).Select(word => word.Value).Distinct().Count());
        Assert.Equal(typed, Typed().Count(both));
        Assert.Equal(1, Regex.Count(both, "Un carnet lisible."));
        Assert.Equal(1, Regex.Count(both, "Des rappels utiles."));
    }

    [Fact]
    public async Task What_is_said_about_words_goes_with_them_there_and_back()
    {
        var atelier = await WrittenAsync();
        await CommentAsync(atelier, "lisible");
        await CommentAsync(atelier, "rappels");
        await product.SendAsync(
            new ProposeAmendment.Command(
                atelier.DocumentId,
                new(1, Second + 4, Second + 11),
                "appels",
                "Un mot plus juste que l’autre.",
                atelier.Observer
            )
        );
        var jean = product.Browse(atelier.Facilitator);
        var page = await jean.GoAsync($"{atelier.Address}/propositions/{atelier.ProposalId}/coupe");

        var cut = await jean.SubmitAsync(
            page,
            "form#split",
            ("Data.At", $"{Second}"),
            ("Data.Title", "La suite")
        );
        var part = (await PartAsync(atelier)).DocumentId;
        var apart = await SaidAsync(part);
        var joined = await jean.SubmitAsync(cut, "form#undo");
        var together = await SaidAsync(atelier.DocumentId);
        var text = await TextAsync(atelier.DocumentId);
        await jean.SubmitAsync(joined, "form#undo");

        Assert.Equal(["rappels", "rappels"], apart);
        Assert.Equal(["lisible", "rappels", "rappels"], together);
        Assert.Equal(Whole, text);
        Assert.Equal(["rappels", "rappels"], await SaidAsync(part));
        Assert.Equal(["lisible"], await SaidAsync(atelier.DocumentId));
        Assert.Equal("Des rappels utiles.", await TextAsync(part));
    }

    [Fact]
    public async Task A_double_click_does_not_leave_the_same_words_in_two_new_proposals()
    {
        var atelier = await WrittenAsync();

        var clicks = Enumerable.Range(0, 4).Select(_ => Record.ExceptionAsync(() => SplitAsync(atelier)));
        var outcomes = await Task.WhenAll(clicks);

        Assert.Single(outcomes, outcome => outcome is null);
        Assert.All(
            outcomes.OfType<Exception>(),
            outcome => Assert.True(outcome is RuleBroken or DbUpdateConcurrencyException, $"{outcome}")
        );
        Assert.Equal("Des rappels utiles.", await TextAsync((await PartAsync(atelier)).DocumentId));
        Assert.Equal("Un carnet lisible.", await TextAsync(atelier.DocumentId));
    }

    [Fact]
    public async Task A_text_that_is_locked_is_not_cut()
    {
        var atelier = await WrittenAsync();
        var jean = product.Browse(atelier.Facilitator);
        var plan = await jean.GoAsync($"{atelier.Address}/avis/{atelier.DraftId}/plan");
        plan = await jean.SubmitAsync(plan, "form[data-act='Lock']");

        var refused = await Assert.ThrowsAsync<RuleBroken>(() => SplitAsync(atelier));

        Assert.Equal(DraftingRules.AFrozenTextDoesNotMove, refused.Rule);
        Assert.Empty(plan.Document.QuerySelectorAll("a[href$='/coupe']"));
        Assert.Equal(
            1,
            await product.ReadAsync(db => db.Set<Proposal>().CountAsync(p => p.DraftId == atelier.DraftId))
        );
    }

    [Fact]
    public async Task A_merge_is_undone_where_it_was_asked_for_and_one_with_nothing_is_refused()
    {
        var atelier = await WrittenAsync();
        var other = await product.SendAsync(
            new Start.Command(atelier.DraftId, null, "Une autre", atelier.Facilitator)
        );
        var jean = product.Browse(atelier.Facilitator);
        var step = await jean.GoAsync($"{atelier.Address}/propositions/{other.ProposalId}/etape");

        var forged = await jean.SendAsync(
            step,
            "form#step",
            ("Data.Step", "Merge"),
            ("Data.Into", $"{Guid.NewGuid()}")
        );
        var plan = await jean.SubmitAsync(
            step,
            "form#step",
            ("Data.Step", "Merge"),
            ("Data.Into", $"{atelier.ProposalId}")
        );
        var merged = await jean.GoAsync($"{atelier.Address}/textes/{other.DocumentId}");
        plan = await jean.SubmitAsync(plan, $"[data-proposal='{other.ProposalId}'] form#undo");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, forged.Status);
        Assert.NotNull(merged.Document.QuerySelector($"main p > a[href='{atelier.TextAddress}']"));
        Assert.DoesNotContain("Fusionnée", plan.Words);
    }

    [Fact]
    public async Task A_part_goes_down_and_back_up_again()
    {
        var atelier = await Given.AtelierAsync(product);
        await product.SendAsync(new AddSection.Command(atelier.DraftId, "Conclusion", atelier.Facilitator));
        var jean = product.Browse(atelier.Facilitator);
        var plan = await jean.GoAsync($"{atelier.Address}/avis/{atelier.DraftId}/plan");

        var down = await jean.SubmitAsync(
            plan,
            $"#o{atelier.SectionId} > .outline-acts form[data-act='Down']"
        );
        var back = await jean.SubmitAsync(down, $"#o{atelier.SectionId} form#undo");

        Assert.Equal(["Préambule", "Conclusion"], Parts(plan));
        Assert.Equal(["Conclusion", "Préambule"], Parts(down));
        Assert.Equal(["Préambule", "Conclusion"], Parts(back));
        Assert.Empty(
            plan.Document.QuerySelectorAll($"#o{atelier.SectionId} > .outline-acts form[data-act='Up']")
        );
    }

    private static IEnumerable<string> Parts(Page plan) =>
        plan.Document.QuerySelectorAll("main section > h2").Select(part => part.TextContent);

    private static async Task<int> TypeAsync(
        LivePage page,
        char hand,
        Func<string, int> place,
        CancellationToken stop
    )
    {
        for (var word = 1; ; word++)
        {
            var written = $" {hand}{word:000}. ";
            page.Type(text =>
            {
                var at = place(text);
                return TextChange.Replace(text.Length, at, at, written);
            });
            await page.SendAsync();
            if (stop.IsCancellationRequested)
            {
                await page.UntilAsync(p => p.Waiting == 0);
                return word;
            }

            await Task.Delay(60, CancellationToken.None);
        }
    }

    private async Task<Atelier> WrittenAsync()
    {
        var atelier = await Given.AtelierAsync(product);
        await WriteAsync(atelier, 0, Whole);
        return atelier;
    }

    private Task<int> WriteAsync(Atelier atelier, int version, string words) =>
        product.SendAsync(
            new Write.Command(atelier.DocumentId, version, words, Write.NewKey(), atelier.Member)
        );

    private Task<Guid> SplitAsync(Atelier atelier) =>
        product.SendAsync(new Split.Command(atelier.ProposalId, 1, Second, "La suite", atelier.Facilitator));

    private Task<Guid> CommentAsync(Atelier atelier, string quote) =>
        product.SendAsync(
            new Comments.Command(
                atelier.DocumentId,
                new Pointed(null, null, null, quote),
                "Pour qui ?",
                atelier.Observer
            )
        );

    private Task<Proposal> PartAsync(Atelier atelier) =>
        product.ReadAsync(db =>
            db.Set<Proposal>().SingleAsync(p => p.DraftId == atelier.DraftId && p.Title == "La suite")
        );

    /// <summary>The words that comments, then amendments, of a text are about, as they stand there.</summary>
    private Task<List<string>> SaidAsync(Guid documentId) =>
        product.ReadAsync(async db =>
        {
            var comments = await db.Set<Comment>().Where(c => c.DocumentId == documentId).ToListAsync();
            var amendments = await db.Set<Amendment>().Where(a => a.DocumentId == documentId).ToListAsync();
            var words = new List<string>();
            foreach (var anchor in comments.Select(c => c.Anchor).Concat(amendments.Select(a => a.Anchor)))
            {
                var now = await new DocumentLog(db).NowAsync(documentId, anchor!.Version, default);
                words.Add(now.Words(now.Follow(anchor)));
            }

            return words.Order(StringComparer.Ordinal).ToList();
        });

    private Task<string> TextAsync(Guid documentId) =>
        product.ReadAsync(async db =>
            (await new DocumentLog(db).TextAsync(documentId, CancellationToken.None)).Text
        );

    [GeneratedRegex(@"[sj]\d{3}\.")]
    private static partial Regex Typed();
}
