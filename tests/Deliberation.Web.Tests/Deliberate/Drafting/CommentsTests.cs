using System.Net;
using System.Text.Json;
using Deliberation.Domain.Deliberate.Drafting;
using Deliberation.Testing;
using Deliberation.Web.Features.Account;
using Deliberation.Web.Features.Deliberate.Drafting;
using Deliberation.Web.Features.Deliberate.Drafting.Live;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Deliberation.Web.Tests.Deliberate.Drafting;

public sealed class CommentsTests(Product product) : IClassFixture<Product>
{
    [Fact]
    public async Task A_passage_is_commented_without_a_script_discussed_closed_and_reopened()
    {
        var (atelier, awa) = await WrittenAsync("Le carnet est lisible.");
        var page = await awa.GoAsync($"{atelier.TextAddress}/commentaires");

        var thread = await awa.SubmitAsync(
            page,
            "form#comment",
            ("Data.Quote", "est lisible"),
            ("Data.Words", "Par qui, @Samira ?")
        );
        await awa.SubmitAsync(
            thread,
            "form#discussion",
            ("Data.Step", "Answer"),
            ("Data.Words", "Par tous.")
        );
        thread = await awa.SubmitAsync(thread, "form#discussion", ("Data.Step", "Resolve"));
        var margin = await awa.GoAsync(atelier.TextAddress);
        thread = await awa.SubmitAsync(thread, "form#discussion", ("Data.Step", "Reopen"));

        Assert.Contains("Par tous.", thread.Words);
        Assert.Null(margin.Document.QuerySelector("text-margin .comment"));
        var note = (await awa.GoAsync($"{atelier.TextAddress}/marge")).Document.QuerySelector(".comment");
        Assert.Equal("10", note?.GetAttribute("data-from"));
        Assert.Equal("21", note?.GetAttribute("data-to"));
    }

    [Fact]
    public async Task A_comment_follows_its_words_and_says_when_they_are_gone()
    {
        var (atelier, awa) = await WrittenAsync("Le carnet est lisible.");
        var thread = await awa.SubmitAsync(
            await awa.GoAsync($"{atelier.TextAddress}/commentaires"),
            "form#comment",
            ("Data.Quote", "lisible"),
            ("Data.Words", "Pour qui ?")
        );

        await WriteAsync(atelier, 1, "Oui, le carnet est très lisible.");
        var moved = await awa.GoAsync($"{atelier.TextAddress}/marge");
        await WriteAsync(atelier, 2, "Oui, le carnet est.");
        var gone = await awa.GoAsync(thread.Address);

        Assert.Equal("24", moved.Document.QuerySelector(".comment")?.GetAttribute("data-from"));
        Assert.Contains("Ces mots ne sont plus dans le texte.", gone.Words);
        Assert.Contains("lisible", gone.Document.QuerySelector("blockquote")?.TextContent ?? "");
    }

    [Fact]
    public async Task Words_that_are_not_in_the_text_are_refused_and_what_was_typed_is_kept()
    {
        var (atelier, awa) = await WrittenAsync("Le carnet est lisible.");
        var page = await awa.GoAsync($"{atelier.TextAddress}/commentaires");

        var refused = await awa.SendAsync(
            page,
            "form#comment",
            ("Data.Quote", "le dossier"),
            ("Data.Words", "Pour qui ?")
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("porte sur des mots qui sont dans le texte", refused.Words);
        Assert.Contains("Pour qui ?", refused.Document.QuerySelector("#Data_Words")?.TextContent ?? "");
    }

    [Fact]
    public async Task An_open_page_hears_of_a_comment_at_once()
    {
        var (atelier, awa) = await WrittenAsync("Le carnet est lisible.");
        await using var samira = await Given.LivePageAsync(product, atelier.DocumentId, atelier.Member);
        var heard = 0;
        samira.Hub.On<Guid>(nameof(IDraftClient.Commented), _ => heard++);

        await awa.SubmitAsync(
            await awa.GoAsync($"{atelier.TextAddress}/commentaires"),
            "form#comment",
            ("Data.Words", "Sur tout le texte.")
        );

        await samira.UntilAsync(_ => heard == 1);
    }

    [Fact]
    public async Task Words_far_back_are_kept_where_they_now_are()
    {
        var (atelier, awa) = await WrittenAsync("Le carnet est lisible.");
        await awa.SubmitAsync(
            await awa.GoAsync($"{atelier.TextAddress}/commentaires"),
            "form#comment",
            ("Data.Quote", "lisible"),
            ("Data.Words", "Pour qui ?")
        );
        await using var samira = await Given.LivePageAsync(product, atelier.DocumentId, atelier.Member);
        for (var i = 0; i <= AnchorShelf.FarBehind; i++)
        {
            samira.Type(text => TextChange.Replace(text.Length, 0, 0, "a"));
        }

        await samira.SendAsync();
        await awa.GoAsync(atelier.TextAddress);

        var kept = await product.ReadAsync(db =>
            db.Set<Comment>().SingleAsync(comment => comment.DocumentId == atelier.DocumentId)
        );
        var from = "Le carnet est ".Length + AnchorShelf.FarBehind + 1;
        Assert.Equal(new Anchor(AnchorShelf.FarBehind + 2, from, from + "lisible".Length), kept.Anchor);
    }

    [Fact]
    public async Task What_someone_said_is_in_the_file_they_take_away()
    {
        var (atelier, awa) = await WrittenAsync("Le carnet est lisible.");
        await awa.SubmitAsync(
            await awa.GoAsync($"{atelier.TextAddress}/commentaires"),
            "form#comment",
            ("Data.Words", "Une remarque bien à moi.")
        );
        await using var scope = product.Services.CreateAsyncScope();

        var parts = scope.ServiceProvider.GetServices<IPersonalData>();
        var hers = await parts.Single(part => part.Key == "drafting").OfAsync(atelier.Observer, default);

        Assert.Contains("Une remarque bien", JsonSerializer.Serialize(hers));
    }

    [Fact]
    public async Task Who_is_called_gets_one_letter_a_discussion_in_their_language_without_its_words()
    {
        var atelier = await Given.AtelierAsync(product);
        var address = await product.ReadAsync(async db =>
        {
            var awa = await db.Set<Person>().SingleAsync(person => person.Id == atelier.Observer);
            awa.Language = "en";
            await db.SaveChangesAsync();
            return awa.Email!;
        });
        var samira = product.Browse(atelier.Member);
        var comments = await samira.GoAsync($"{atelier.TextAddress}/commentaires");

        var thread = await samira.SubmitAsync(
            comments,
            "form#comment",
            ("Data.Words", "Qu’en dis-tu, @Awa ?")
        );
        await samira.SubmitAsync(thread, "form#discussion", ("Data.Words", "@Awa, et cela ?"));

        var letter = await Mailbox.LastToAsync(product, address);
        var all = await Mailbox.AllAsync(product);
        Assert.NotNull(letter);
        Assert.Contains("calls you", letter, StringComparison.Ordinal);
        Assert.DoesNotContain("Qu’en dis-tu", letter, StringComparison.Ordinal);
        Assert.Equal(thread.Address, Mailbox.LinkIn(letter));
        Assert.Single(all, found => found.Contains($"To: {address}", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_discussion_of_another_space_does_not_exist_here()
    {
        var (there, awa) = await WrittenAsync("Le carnet est lisible.");
        var thread = await awa.SubmitAsync(
            await awa.GoAsync($"{there.TextAddress}/commentaires"),
            "form#comment",
            ("Data.Words", "Sur tout le texte.")
        );
        var here = await Given.AtelierAsync(product);

        var address = thread.Address.Replace(there.Address, here.Address, StringComparison.Ordinal);
        var page = await product.Browse(here.Member).GoAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
    }

    private async Task<(Atelier Atelier, Browser Awa)> WrittenAsync(string words)
    {
        var atelier = await Given.AtelierAsync(product);
        await WriteAsync(atelier, 0, words);
        return (atelier, product.Browse(atelier.Observer));
    }

    private Task<int> WriteAsync(Atelier atelier, int version, string words) =>
        product.SendAsync(
            new Write.Command(atelier.DocumentId, version, words, Write.NewKey(), atelier.Member)
        );
}
