using System.Net;
using AngleSharp.Dom;
using Deliberation.Domain;
using Deliberation.Domain.Deliberate.Drafting;
using Deliberation.Testing;
using Deliberation.Web.Features.Deliberate.Drafting;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Tests.Deliberate.Drafting;

public sealed class ArrangeTests(Product product) : IClassFixture<Product>
{
    [Fact]
    public async Task A_proposal_goes_up_and_elsewhere_and_each_is_undone()
    {
        var atelier = await Given.AtelierAsync(product, "Première");
        var second = await product.SendAsync(
            new Start.Command(atelier.DraftId, null, "Seconde", atelier.Member)
        );
        var jean = product.Browse(atelier.Facilitator);
        var plan = await jean.GoAsync($"{atelier.Address}/avis/{atelier.DraftId}/plan");

        var into = $"[data-proposal='{second.ProposalId}'] form[data-act='Place']";
        var moved = await jean.SubmitAsync(plan, into, ("Data.Into", $"{atelier.SectionId}"));
        var up = await jean.SubmitAsync(moved, $"[data-proposal='{second.ProposalId}'] form[data-act='Up']");
        var down = await jean.SubmitAsync(up, "form#undo");
        var back = await jean.SubmitAsync(moved, "form#undo");

        Assert.Equal(["Première", "Seconde"], Titles(moved));
        Assert.Equal(["Seconde", "Première"], Titles(up));
        Assert.Equal(["Première", "Seconde"], Titles(down));
        Assert.Equal(["Première", "Seconde"], Titles(back));
        Assert.Null(await SectionOfAsync(second.ProposalId));
    }

    [Fact]
    public async Task Merging_keeps_the_words_of_each_and_can_be_taken_back()
    {
        var atelier = await Given.AtelierAsync(product);
        var other = await product.SendAsync(
            new Start.Command(atelier.DraftId, null, "Une autre", atelier.Facilitator)
        );
        await WriteAsync(atelier.DocumentId, 0, "Texte de Samira.", atelier.Member);
        await WriteAsync(other.DocumentId, 0, "Texte de Jean.", atelier.Facilitator);

        await product.SendAsync(
            new Progress.Command(other.ProposalId, Step.Merge, "", atelier.ProposalId, atelier.Member)
        );
        var samira = product.Browse(atelier.Member);
        var merged = await samira.GoAsync($"{atelier.TextAddress}/historique");
        await WriteAsync(atelier.DocumentId, 3, "Début. Texte de Samira.\n\nTexte de Jean.", atelier.Member);
        var jean = product.Browse(atelier.Facilitator);
        var plan = await jean.GoAsync($"{atelier.Address}/avis/{atelier.DraftId}/plan");
        plan = await jean.SubmitAsync(
            plan,
            $"[data-proposal='{other.ProposalId}'] form[data-act='SetApart']"
        );

        Assert.Equal(
            ["[Samira] Texte de Samira.\n\n", "[Jean] Texte de Jean."],
            merged.Document.QuerySelectorAll(".as-written .passage").Select(p => p.TextContent)
        );
        Assert.Equal("Début. Texte de Samira.", await TextAsync(atelier.DocumentId));
        Assert.Equal("Texte de Jean.", await TextAsync(other.DocumentId));
        Assert.DoesNotContain("Fusionnée", plan.Words);
    }

    [Fact]
    public async Task Splitting_makes_a_proposal_of_the_end_and_leaves_words_to_their_authors()
    {
        var atelier = await Given.AtelierAsync(product);
        await WriteAsync(atelier.DocumentId, 0, "Un.\n\nDeux.", atelier.Member);
        var jean = product.Browse(atelier.Facilitator);
        var page = await jean.GoAsync($"{atelier.Address}/propositions/{atelier.ProposalId}/coupe");

        var plan = await jean.SubmitAsync(page, "form#split", ("Data.At", "5"), ("Data.Title", "La suite"));

        Assert.Contains("La suite", plan.Words);
        Assert.Equal("Un.", await TextAsync(atelier.DocumentId));
        var part = await product.ReadAsync(db =>
            db.Set<Proposal>().SingleAsync(p => p.DraftId == atelier.DraftId && p.Title == "La suite")
        );
        Assert.Equal("Deux.", await TextAsync(part.DocumentId));
        Assert.Equal(
            atelier.Member,
            await product.ReadAsync(db =>
                db.Set<ChangeRow>()
                    .Where(c => c.DocumentId == part.DocumentId)
                    .Select(c => c.AuthorId)
                    .SingleAsync()
            )
        );
    }

    [Fact]
    public async Task A_proposal_drawn_from_contributions_is_split_and_both_say_where_they_come_from()
    {
        var atelier = await Given.AtelierAsync(product);
        var contribution = Guid.NewGuid();
        await product.ReadAsync(async db =>
        {
            var proposal = await db.Set<Proposal>().SingleAsync(p => p.Id == atelier.ProposalId);
            proposal.ComeFrom([contribution], proposal.StartedAt);
            return await db.SaveChangesAsync();
        });
        await WriteAsync(atelier.DocumentId, 0, "Un.\n\nDeux.", atelier.Member);

        var part = await product.SendAsync(
            new Split.Command(atelier.ProposalId, 1, 5, "La suite", atelier.Facilitator)
        );

        foreach (var id in (Guid[])[atelier.ProposalId, part])
        {
            var proposal = await product.ReadAsync(db => db.Set<Proposal>().SingleAsync(p => p.Id == id));
            Assert.Equal([new Origin(contribution)], proposal.Origins);
        }
    }

    [Fact]
    public async Task A_proposal_is_split_between_paragraphs_only()
    {
        var atelier = await Given.AtelierAsync(product);
        await WriteAsync(atelier.DocumentId, 0, "Un.\n\nDeux.", atelier.Member);

        var refused = await Assert.ThrowsAsync<RuleBroken>(() =>
            product.SendAsync(new Split.Command(atelier.ProposalId, 1, 3, "La suite", atelier.Facilitator))
        );

        Assert.Equal(ProposalRules.ASplitLeavesWordsOnBothSides, refused.Rule);
    }

    [Fact]
    public async Task A_proposal_does_not_go_into_a_part_of_another_draft()
    {
        var atelier = await Given.AtelierAsync(product);
        var elsewhere = await Given.AtelierAsync(product);
        var jean = product.Browse(atelier.Facilitator);
        var plan = await jean.GoAsync($"{atelier.Address}/avis/{atelier.DraftId}/plan");

        foreach (var part in new[] { elsewhere.SectionId, Guid.NewGuid() })
        {
            var refused = await jean.SubmitAsync(
                plan,
                $"[data-proposal='{atelier.ProposalId}'] form[data-act='Place']",
                ("Data.Into", $"{part}")
            );

            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        }

        Assert.NotEqual(elsewhere.SectionId, await SectionOfAsync(atelier.ProposalId));
    }

    [Fact]
    public async Task A_locked_text_refuses_words_until_it_is_unlocked()
    {
        var atelier = await Given.AtelierAsync(product);
        var jean = product.Browse(atelier.Facilitator);
        var plan = await jean.GoAsync($"{atelier.Address}/avis/{atelier.DraftId}/plan");

        plan = await jean.SubmitAsync(plan, "form[data-act='Lock']");
        var refused = await Assert.ThrowsAsync<RuleBroken>(() =>
            WriteAsync(atelier.DocumentId, 0, "Trop tard.", atelier.Member)
        );
        await jean.SubmitAsync(plan, "form#undo");
        await WriteAsync(atelier.DocumentId, 0, "À temps.", atelier.Member);

        Assert.Equal(DraftingRules.AFrozenTextDoesNotMove, refused.Rule);
        Assert.Equal("À temps.", await TextAsync(atelier.DocumentId));
    }

    [Fact]
    public async Task The_workroom_says_what_is_new_who_calls_and_finds_words_in_all_texts()
    {
        var atelier = await Given.AtelierAsync(product);
        await WriteAsync(atelier.DocumentId, 0, "Le carnet est gratuit.", atelier.Member);
        var awa = product.Browse(atelier.Observer);
        await awa.GoAsync(atelier.TextAddress);
        await WriteAsync(atelier.DocumentId, 1, "Le carnet reste gratuit.", atelier.Member);
        await product.SendAsync(
            new Comments.Command(
                atelier.DocumentId,
                new Pointed(null, null, null, null),
                "Et toi @Awa ?",
                atelier.Member
            )
        );

        var room = await awa.GoAsync($"{atelier.Address}?q=GRÀTUIT");

        Assert.Contains("1 personne y a écrit depuis votre venue", room.Words);
        Assert.Contains("Et toi @Awa ?", room.Words);
        Assert.Equal("gratuit", room.Document.QuerySelector("main mark")?.TextContent);
        Assert.Equal(HttpStatusCode.OK, room.Status);
    }

    [Fact]
    public async Task Words_found_are_led_to_wherever_they_went_and_an_address_that_lies_shows_the_text()
    {
        var atelier = await Given.AtelierAsync(product);
        await WriteAsync(atelier.DocumentId, 0, "Le carnet est gratuit.", atelier.Member);
        var awa = product.Browse(atelier.Observer);
        var room = await awa.GoAsync($"{atelier.Address}?q=GRÀTUIT");
        await WriteAsync(atelier.DocumentId, 1, "Avant tout, le carnet est gratuit.", atelier.Member);

        var link = room.Document.QuerySelector("main section li a")!.GetAttribute("href")!;
        var led = await awa.GoAsync(link);
        await WriteAsync(atelier.DocumentId, 2, "Zéro", atelier.Member);
        var gone = await awa.GoAsync(link);

        Assert.EndsWith("#mots", link, StringComparison.Ordinal);
        Assert.Equal("gratuit", led.Document.QuerySelector("mark#mots")?.TextContent);
        Assert.Equal(
            "Avant tout, le carnet est gratuit.",
            led.Document.QuerySelector("[data-sought] .as-written")?.TextContent
        );
        Assert.Null(gone.Document.QuerySelector("[data-sought]"));
        foreach (
            var lie in (string[])
                [
                    "version=9&de=0&a=3",
                    "version=1&de=-4&a=3",
                    "version=1&de=3&a=99999",
                    "version=-1&de=0&a=1",
                    "version=x",
                    "version=0&de=5&a=2",
                ]
        )
        {
            var page = await awa.GoAsync($"{atelier.TextAddress}?{lie}");
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Null(page.Document.QuerySelector("[data-sought]"));
        }
    }

    [Fact]
    public async Task A_whole_draft_reads_from_one_end_to_the_other_as_its_texts_are_now()
    {
        var atelier = await Given.AtelierAsync(product, "Première");
        var words = "Un.";
        for (var version = 0; version < 3; version++)
        {
            await WriteAsync(atelier.DocumentId, version, words, atelier.Member);
            words += " Encore.";
        }

        var awa = product.Browse(atelier.Observer);
        var page = await awa.GoAsync($"{atelier.Address}/avis/{atelier.DraftId}");
        var elsewhere = await awa.GoAsync(
            $"{atelier.Address}/avis/{(await Given.AtelierAsync(product)).DraftId}"
        );

        Assert.Contains("Un. Encore. Encore.", page.Words);
        Assert.Equal(["Préambule"], page.Document.QuerySelectorAll("main h2").Select(h => h.TextContent));
        Assert.Empty(page.Document.QuerySelectorAll("[data-write]"));
        Assert.Equal(HttpStatusCode.NotFound, elsewhere.Status);
    }

    private static IEnumerable<string> Titles(Page plan) =>
        plan.Document.QuerySelectorAll("[data-proposal] > p > a").Select(link => link.TextContent);

    private Task<Guid?> SectionOfAsync(Guid proposalId) =>
        product.ReadAsync(db =>
            db.Set<Proposal>().Where(p => p.Id == proposalId).Select(p => p.SectionId).SingleAsync()
        );

    private Task<int> WriteAsync(Guid documentId, int version, string words, Guid by) =>
        product.SendAsync(new Write.Command(documentId, version, words, Write.NewKey(), by));

    private Task<string> TextAsync(Guid documentId) =>
        product.ReadAsync(async db =>
            (await new DocumentLog(db).TextAsync(documentId, CancellationToken.None)).Text
        );
}
