using System.Net;
using AngleSharp.Dom;
using Deliberation.Domain;
using Deliberation.Domain.Deliberate.Drafting;
using Deliberation.Testing;
using Deliberation.Web.Features.Deliberate.Amendments;
using Deliberation.Web.Features.Deliberate.Drafting;
using Deliberation.Web.Features.Deliberate.Drafting.Live;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Deliberation.Web.Tests.Deliberate.Amendments;

public sealed class ProposeTests(Product product) : IClassFixture<Product>
{
    private const string Before = "Le carnet est lisible. Il est gratuit.";

    [Fact]
    public async Task An_observer_proposes_a_member_adopts_and_the_words_are_the_observers()
    {
        var (atelier, awa, samira) = await WrittenAsync();
        var shown = await ProposeAsync(atelier, awa, "Le carnet est facile à lire. Il est gratuit.");

        var adopted = await samira.SubmitAsync(
            await samira.GoAsync(shown.Address),
            "form#decision",
            ("Data.Decision", "Adopt")
        );
        var history = await samira.GoAsync($"{atelier.TextAddress}/historique");

        Assert.Contains("Adopté", adopted.Words);
        Assert.Equal("Le carnet est facile à lire. Il est gratuit.", await TextAsync(atelier));
        Assert.Equal(
            ["Awa", "Samira"],
            history.Document.QuerySelectorAll("ol[reversed] b").Select(b => b.TextContent)
        );
        Assert.Contains(
            "[Awa] facile à lire.",
            history.Document.QuerySelectorAll(".passage").Select(p => p.TextContent)
        );
    }

    [Fact]
    public async Task An_adoption_after_the_words_changed_is_refused_and_shown_again()
    {
        var (atelier, awa, samira) = await WrittenAsync();
        var shown = await ProposeAsync(atelier, awa, "Le carnet est facile à lire. Il est gratuit.");
        var page = await samira.GoAsync(shown.Address);
        await WriteAsync(atelier, 1, "Le carnet est li-sible. Il est gratuit.");

        var refused = await samira.SendAsync(page, "form#decision", ("Data.Decision", "Adopt"));
        var again = await samira.SubmitAsync(refused, "form#decision", ("Data.Decision", "Adopt"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Relisez l’amendement", refused.Words);
        Assert.Contains("Adopté", again.Words);
        Assert.Equal("Le carnet est facile à lire. Il est gratuit.", await TextAsync(atelier));
    }

    [Fact]
    public async Task It_follows_its_words_and_is_outdated_when_they_are_deleted()
    {
        var (atelier, awa, samira) = await WrittenAsync();
        var shown = await ProposeAsync(atelier, awa, "Le carnet est facile à lire. Il est gratuit.");

        await WriteAsync(atelier, 1, "Oui. " + Before);
        var moved = await samira.GoAsync($"{atelier.TextAddress}/marge");
        await WriteAsync(atelier, 2, "Oui. Il est gratuit.");
        var gone = await samira.GoAsync(shown.Address);

        Assert.Equal("19", moved.Document.QuerySelector(".comment")?.GetAttribute("data-from"));
        Assert.Contains("Sans objet", gone.Words);
    }

    [Fact]
    public async Task An_observer_decides_nothing_and_a_rejection_says_why()
    {
        var (atelier, awa, samira) = await WrittenAsync();
        var shown = await ProposeAsync(atelier, awa, "Le carnet est facile à lire. Il est gratuit.");
        var page = await samira.GoAsync(shown.Address);

        var forged = await awa.SendAsync(page, "form#decision", ("Data.Decision", "Adopt"));
        var silent = await samira.SendAsync(page, "form#decision", ("Data.Decision", "Reject"));
        var said = await samira.SubmitAsync(
            page,
            "form#decision",
            ("Data.Decision", "Reject"),
            ("Data.Reason", "Le mot est déjà clair.")
        );

        Assert.NotEqual(HttpStatusCode.Redirect, forged.Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, silent.Status);
        Assert.Contains("Le mot est déjà clair.", said.Words);
        Assert.Equal(Before, await TextAsync(atelier));
    }

    [Fact]
    public async Task Words_put_to_the_vote_get_no_amendment()
    {
        var (atelier, awa, _) = await WrittenAsync();
        var open = await awa.GoAsync($"{atelier.TextAddress}/amendements/nouveau");
        await product.ReadAsync(async db =>
        {
            var proposal = await db.Set<Proposal>().SingleAsync(p => p.Id == atelier.ProposalId);
            proposal.BeginDrafting(proposal.StartedAt);
            proposal.Debate(proposal.StartedAt);
            proposal.PutToVote(proposal.StartedAt);
            return await db.SaveChangesAsync();
        });

        var refused = await awa.SendAsync(
            open,
            "form#amendment",
            ("Data.Proposed", "Le carnet est gratuit."),
            ("Data.Reasons", "C’est plus court ainsi.")
        );
        var margin = await awa.GoAsync($"{atelier.TextAddress}/marge");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("mise au vote ou décidée", refused.Words);
        Assert.Contains("Ces mots ne changent plus.", margin.Words);
        Assert.Empty(margin.Document.QuerySelectorAll("a[href$='/nouveau']"));
    }

    [Fact]
    public async Task Its_author_takes_it_back()
    {
        var (atelier, awa, _) = await WrittenAsync();
        var shown = await ProposeAsync(atelier, awa, "Le carnet est facile à lire. Il est gratuit.");

        var withdrawn = await awa.SubmitAsync(shown, "form#withdrawal");

        Assert.Contains("Retiré", withdrawn.Words);
    }

    [Fact]
    public async Task What_is_shown_is_what_is_written_or_nothing()
    {
        var (atelier, _, _) = await WrittenAsync();
        await using var scope = product.Services.CreateAsyncScope();
        using var lease = await scope
            .ServiceProvider.GetRequiredService<LiveDocuments>()
            .HoldAsync(atelier.DocumentId, CancellationToken.None);
        ClientChange[] late = [new("amend-late", 0, TextChange.Replace(0, 0, 0, "Non."))];

        var refused = await Assert.ThrowsAsync<RuleBroken>(() =>
            lease!.Document.PushAsync(
                new Push(atelier.Observer, 0, late) { IsExact = true },
                CancellationToken.None
            )
        );

        Assert.Equal(DraftingRules.AnAdoptionFindsTheTextAsRead, refused.Rule);
    }

    [Theory]
    [InlineData("un deux trois", "un 2 trois", "deux", "2")]
    [InlineData("un deux trois", "un deux et trois", "trois", "et trois")]
    [InlineData("un deux", "zéro un deux", "un", "zéro un")]
    [InlineData("un deux trois", "un trois", "deux trois", "trois")]
    [InlineData("lisible", "lisibles", "lisible", "lisibles")]
    public void Changed_words_are_shown_whole(string before, string after, string replaced, string proposed)
    {
        var narrowed = Narrowed.Between(before, after);

        Assert.Equal(after, before[..narrowed.From] + narrowed.Proposed + before[narrowed.To..]);
        Assert.Equal((replaced, proposed), (narrowed.Replaced, narrowed.Proposed));
    }

    private async Task<(Atelier Atelier, Browser Awa, Browser Samira)> WrittenAsync()
    {
        var atelier = await Given.AtelierAsync(product);
        await WriteAsync(atelier, 0, Before);
        return (atelier, product.Browse(atelier.Observer), product.Browse(atelier.Member));
    }

    private static async Task<Page> ProposeAsync(Atelier atelier, Browser who, string words) =>
        await who.SubmitAsync(
            await who.GoAsync($"{atelier.TextAddress}/amendements/nouveau"),
            "form#amendment",
            ("Data.Proposed", words),
            ("Data.Reasons", "Tout le monde comprend mieux ainsi.")
        );

    private Task<int> WriteAsync(Atelier atelier, int version, string words) =>
        product.SendAsync(
            new Write.Command(atelier.DocumentId, version, words, Write.NewKey(), atelier.Member)
        );

    private async Task<string> TextAsync(Atelier atelier)
    {
        var page = await product.Browse(atelier.Member).GoAsync(atelier.TextAddress);
        return (page.Document.QuerySelector("#Data_Text")?.TextContent ?? "?").TrimStart('\n');
    }
}
