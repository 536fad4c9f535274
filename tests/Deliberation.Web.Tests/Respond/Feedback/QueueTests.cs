using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Respond.Feedback;
using Deliberation.Domain.Respond.Feedback.Masking;
using Deliberation.Testing;
using Deliberation.Web.Features.Respond.Feedback;
using Deliberation.Web.Platform;
using Microsoft.Extensions.DependencyInjection;

namespace Deliberation.Web.Tests.Respond.Feedback;

public sealed class QueueTests(Product product) : IClassFixture<Product>
{
    [Fact]
    public async Task One_goes_along_the_queue_by_links_and_each_decision_leads_to_the_next()
    {
        var instant = DateTimeOffset.UtcNow.AddDays(-1);
        var clock = product.Services.GetRequiredService<InstanceClock>();
        List<Receipt> given = [];
        using (clock.At(instant))
        {
            given.Add(await Given.FeedbackAsync(product, "Le premier d’un instant."));
            given.Add(await Given.FeedbackAsync(product, "Le second du même instant."));
        }

        given.Add(await Given.FeedbackAsync(product, "Le dernier."));
        var urgent = await Given.FeedbackAsync(product, "J’ai envie d’en finir.");
        var moderator = product.Browse(await Given.InInstanceAsync(product, InstanceRole.Moderator));

        var page = await moderator.GoAsync($"/bureau/retours/{urgent.Number}?vue=ToRead");
        Assert.Null(page.Document.QuerySelector("#precedent"));
        foreach (var receipt in given)
        {
            page = await moderator.GoAsync(page.Document.QuerySelector("#suivant")!.GetAttribute("href")!);
            Assert.Contains(
                receipt.Number,
                page.Document.QuerySelector("h1")!.TextContent,
                StringComparison.Ordinal
            );
        }

        Assert.Null(page.Document.QuerySelector("#suivant"));
        page = await moderator.GoAsync(page.Document.QuerySelector("#precedent")!.GetAttribute("href")!);
        page = await moderator.SubmitAsync(page, "form#publier");
        Assert.Contains(
            given[2].Number,
            page.Document.QuerySelector("h1")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains($"C’est noté pour {given[1].Number}", page.Words, StringComparison.Ordinal);
        page = await moderator.SubmitAsync(page, "form#ecarter", ("Reason", "OffTopic"));
        Assert.Contains(
            "Retours à modérer",
            page.Document.QuerySelector("h1")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains($"C’est noté pour {given[2].Number}", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Masked_parts_stand_beside_their_words_and_lead_to_where_they_are()
    {
        var receipt = await Given.FeedbackAsync(
            product,
            "Le docteur Bidulard est gentil. Mon numéro : 06 12 34 56 78, merci."
        );
        var moderator = product.Browse(await Given.InInstanceAsync(product, InstanceRole.Moderator));

        var page = await moderator.GoAsync($"/bureau/retours/{receipt.Number}");

        var rows = page.Document.QuerySelectorAll("#masques tbody tr");
        Assert.Equal(2, rows.Length);
        Assert.Contains("Le docteur", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Nom d’une personne", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("à vous de juger", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Numéro de téléphone", rows[1].TextContent, StringComparison.Ordinal);
        foreach (var row in rows)
        {
            var anchor = row.QuerySelector("a")!.GetAttribute("href")!;
            Assert.Equal("MARK", page.Document.QuerySelector(anchor)!.NodeName);
        }
    }

    [Fact]
    public void A_masked_part_knows_what_it_was()
    {
        foreach (var kind in Enum.GetValues<PersonalDataKind>())
        {
            foreach (var sure in Enum.GetValues<Certainty>())
            {
                Assert.Equal(kind, MaskWords.KindOf(kind.French(sure)));
            }
        }

        Assert.Null(MaskWords.KindOf(MaskedText.Hidden));
    }
}
