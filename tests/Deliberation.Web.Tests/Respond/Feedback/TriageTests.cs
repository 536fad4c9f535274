using System.Net;
using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Respond.Feedback;
using Deliberation.Testing;
using Deliberation.Web.Features.Respond.Feedback;
using Deliberation.Web.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PublishFeedback = Deliberation.Web.Features.Respond.Feedback.Publish;

namespace Deliberation.Web.Tests.Respond.Feedback;

public sealed class TriageTests(Product product) : IClassFixture<Product>
{
    private const string Serious = "Le docteur Bidulard est un incompétent.";
    private const string Urgent = "Je n’en peux plus, j’ai envie d’en finir.";

    [Fact]
    public async Task Two_moderators_decide_on_a_serious_feedback()
    {
        var receipt = await Given.FeedbackAsync(product, Serious);
        var (first, second) = (await ModeratorAsync(), await ModeratorAsync());
        var address = $"/bureau/retours/{receipt.Number}";
        var page = await first.GoAsync(address);
        Assert.Contains(
            "Un reproche, dans un texte qui nommait quelqu’un.",
            page.Words,
            StringComparison.Ordinal
        );
        Assert.Null(page.Document.QuerySelector("form#publier, form#ecarter, form#indesirable"));

        var mute = await first.SubmitAsync(page, "form#proposer", ("Because", ""));
        page = await first.SubmitAsync(
            await first.GoAsync(address),
            "form#proposer",
            ("Reason", ""),
            ("Because", "Plus personne n’y est reconnaissable.")
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, mute.Status);
        Assert.Contains("une autre personne doit confirmer", page.Words, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("form#confirmer-decision"));
        var desk = await second.GoAsync("/bureau");
        Assert.Contains("Confirmer une décision", desk.Words, StringComparison.Ordinal);
        var waiting = await second.GoAsync("/bureau/retours?vue=Together");
        Assert.Contains(receipt.Number, waiting.Words, StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await product.Browse().GoAsync($"/retours/{receipt.Number}")).Status
        );

        page = await second.SubmitAsync(await second.GoAsync(address), "form#confirmer-decision");

        Assert.Contains("Confirmé par une seconde personne", page.Words, StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.OK,
            (await product.Browse().GoAsync($"/retours/{receipt.Number}")).Status
        );
    }

    [Fact]
    public async Task What_changed_since_it_was_read_is_not_decided()
    {
        var receipt = await Given.FeedbackAsync(product, Serious);
        var (first, second) = (await ModeratorAsync(), await ModeratorAsync());
        var address = $"/bureau/retours/{receipt.Number}";
        await ProposeAsync("Accusation");
        var read = await second.GoAsync(address);
        await first.SubmitAsync(
            await first.GoAsync(address),
            "form#refuser-decision",
            ("DeclineBecause", "Je me suis trompé.")
        );
        await ProposeAsync("");

        var refused = await second.SubmitAsync(read, "form#confirmer-decision");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("a changé depuis que vous l’avez lue", refused.Words, StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await product.Browse().GoAsync($"/retours/{receipt.Number}")).Status
        );

        async Task ProposeAsync(string reason) =>
            await first.SubmitAsync(
                await first.GoAsync(address),
                "form#proposer",
                ("Reason", reason),
                ("Because", "Plus personne n’y est reconnaissable.")
            );
    }

    [Fact]
    public async Task Nobody_decides_alone_by_another_door()
    {
        var receipt = await Given.FeedbackAsync(product, Serious);
        var moderator = await Given.InInstanceAsync(product, InstanceRole.Moderator);

        await Assert.ThrowsAsync<Deliberation.Domain.RuleBroken>(() =>
            product.SendAsync(new PublishFeedback.Command(receipt.Number, moderator))
        );
        await product.SendAsync(
            new Propose.Command(
                receipt.Number,
                WithholdingReason.Accusation,
                "Le cabinet est reconnaissable.",
                moderator
            )
        );
        await Assert.ThrowsAsync<Deliberation.Domain.RuleBroken>(() =>
            product.SendAsync(new Decide.Command(receipt.Number, moderator, Seen: 1))
        );
    }

    [Fact]
    public async Task A_mistyped_reason_is_no_wish_to_publish()
    {
        var receipt = await Given.FeedbackAsync(product, Serious);
        var moderator = await ModeratorAsync();
        var page = await moderator.GoAsync($"/bureau/retours/{receipt.Number}");

        var refused = await moderator.SubmitAsync(
            page,
            "form#proposer",
            ("Reason", "Nimporte"),
            ("Because", "Une raison assez longue.")
        );

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
    }

    [Fact]
    public async Task An_urgent_feedback_comes_first_with_what_to_do_and_its_author_sees_the_numbers()
    {
        await Given.FeedbackAsync(product, "Un premier retour, bien plus ancien.");
        var receipt = await Given.FeedbackAsync(product, Urgent);
        var moderator = await ModeratorAsync();

        var queue = await moderator.GoAsync("/bureau/retours");
        Assert.Equal("Urgent", queue.Document.QuerySelector("tbody tr .badge-word")!.TextContent.Trim());
        var desk = await moderator.GoAsync("/bureau");
        Assert.Contains("à lire tout de suite", desk.Words, StringComparison.Ordinal);
        var page = await moderator.GoAsync($"/bureau/retours/{receipt.Number}");
        Assert.NotNull(page.Document.QuerySelector("a[href='tel:3114']"));
        page = await moderator.SubmitAsync(page, "form#alerter", ("Whom", "Le 17, à 9 h 05."));
        Assert.Contains("Le 17, à 9 h 05.", page.Words, StringComparison.Ordinal);

        var author = await product.Browse().GoAsync($"/retours/suivre/{receipt.Code}");
        Assert.NotNull(author.Document.QuerySelector("a[href='tel:3114']"));
        Assert.DoesNotContain("à 9 h 05", author.Words, StringComparison.Ordinal);
        Assert.True(receipt.IsUrgent);
        Assert.False((await Given.FeedbackAsync(product)).IsUrgent);
    }

    [Fact]
    public async Task Severity_is_corrected_with_a_reason()
    {
        var receipt = await Given.FeedbackAsync(product, Serious);
        var (first, second) = (await ModeratorAsync(), await ModeratorAsync());
        var address = $"/bureau/retours/{receipt.Number}";

        var page = await first.SubmitAsync(
            await first.GoAsync(address),
            "form#gravite",
            ("Severity", "Ordinary"),
            ("Because", "Le nom est celui d’un logiciel.")
        );

        Assert.Contains("Gravité changée", page.Words, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("form#publier"));
        page = await second.SubmitAsync(await second.GoAsync(address), "form#publier");
        Assert.Contains("Publié", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_desk_and_the_public_page_say_how_long_deciding_takes()
    {
        var own = await Given.FeedbackAsync(product);
        var desk = await (await ModeratorAsync()).GoAsync($"/bureau/retours?q={own.Number}");
        Assert.Contains("avant la fin du", desk.Words, StringComparison.Ordinal);
        Assert.Contains(own.Number, desk.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("en retard", desk.Words, StringComparison.Ordinal);

        var page = await product.Browse().GoAsync("/retours");

        Assert.Contains("décider en 2 jours ouvrés", page.Words, StringComparison.Ordinal);
        Assert.Contains("pas de mesure", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feedback_that_waited_too_long_is_shown_late()
    {
        using (product.Services.GetRequiredService<InstanceClock>().At(DateTimeOffset.UtcNow.AddDays(-9)))
        {
            await Given.FeedbackAsync(product, "Unvieuxretourbienunique attend.");
        }

        var desk = await (await ModeratorAsync()).GoAsync("/bureau/retours?q=unvieuxretourbienunique");

        Assert.Contains("en retard, depuis le", desk.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DeskView.ToRead, "IX_Feedbacks_Stage_Severity_ReceivedAt_Number")]
    [InlineData(DeskView.Together, "__IX_Feedbacks_ProposedAt")]
    [InlineData(DeskView.Contested, "__IX_Feedbacks_ContestedAt")]
    [InlineData(DeskView.ToPassOn, "IX_Feedbacks_Stage_Severity_ReceivedAt_Number")]
    [InlineData(DeskView.ToConfirm, "__IX_FeedbackReplies_Waiting")]
    public async Task Each_queue_follows_its_index(DeskView view, string index)
    {
        if (Environment.GetEnvironmentVariable("TEST_POSTGRES") is not null)
        {
            return; // a small table is read whole there, whatever its indexes
        }

        var plan = await product.ReadAsync(async db =>
        {
            var lines = new List<string>();
            await using var command = db.Database.GetDbConnection().CreateCommand();
            var sql = new FeedbackQueue(db).Of(view).Select(one => one.Number).Take(25).ToQueryString();
            command.CommandText =
                "EXPLAIN QUERY PLAN "
                + sql[sql.IndexOf("SELECT", StringComparison.Ordinal)..]
                    .Replace("@p", "25", StringComparison.Ordinal);
            await db.Database.OpenConnectionAsync();
            await using var rows = await command.ExecuteReaderAsync();
            while (await rows.ReadAsync())
            {
                lines.Add(rows.GetString(3));
            }

            return string.Join('\n', lines);
        });

        Assert.Contains(index, plan, StringComparison.Ordinal);
        if (view != DeskView.ToConfirm)
        {
            Assert.DoesNotContain("TEMP B-TREE", plan, StringComparison.Ordinal);
        }
    }

    private async Task<Browser> ModeratorAsync() =>
        product.Browse(await Given.InInstanceAsync(product, InstanceRole.Moderator));
}
