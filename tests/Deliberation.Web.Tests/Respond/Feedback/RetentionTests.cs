using Deliberation.Domain.Respond.Feedback;
using Deliberation.Testing;
using Deliberation.Web.Features.Respond.Feedback;
using Deliberation.Web.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Make = Deliberation.Web.Features.Respond.Feedback.Publish;
using UserFeedback = Deliberation.Domain.Respond.Feedback.Feedback;

namespace Deliberation.Web.Tests.Respond.Feedback;

/// <summary>What is kept for a time is erased when it is over, and the public page says so.</summary>
public sealed class RetentionTests(Product product) : IClassFixture<Product>
{
    [Fact]
    public async Task Each_kind_is_erased_when_its_time_is_over_and_nothing_else()
    {
        var spam = await Given.FeedbackAsync(product, "Achetez mes gélules miracle.");
        var withheld = await Given.FeedbackAsync(product, "Propos écartés par la modération.");
        var published = await GivenWithProfileAsync();
        await product.SendAsync(new MarkAsSpam.Command(spam.Number, Guid.NewGuid()));
        await product.SendAsync(
            new Withhold.Command(withheld.Number, WithholdingReason.Insult, Guid.NewGuid())
        );
        await product.SendAsync(new Make.Command(published, Guid.NewGuid()));

        await RoundAsync(days: 31);
        Assert.Equal((false, true), (await SpeaksAsync(spam.Number), await SpeaksAsync(withheld.Number)));
        await RoundAsync(days: 181);
        Assert.False(await SpeaksAsync(withheld.Number));
        Assert.Equal(AgeBand.From75, (await FindAsync(published)).Answers.AgeBand);
        await RoundAsync(days: 731);
        Assert.Null((await FindAsync(published)).Answers.AgeBand);
        Assert.True(await SpeaksAsync(published));

        var page = await product.Browse().GoAsync("/retours/conservation");
        Assert.Equal(
            ["1", "1", "1"],
            page.Document.QuerySelectorAll("#delais td.number").Select(cell => cell.TextContent.Trim())
        );
        var own = await product.Browse().GoAsync($"/retours/suivre/{withheld.Code}");
        Assert.Contains("Les mots de ce retour ont été effacés", own.Words, StringComparison.Ordinal);
        Assert.Null(own.Document.QuerySelector("a[href$='/contester']"));
    }

    private async Task<string> GivenWithProfileAsync() =>
        (
            await product.SendAsync(
                new Give.Command(
                    new Spoken(Mark.Good, Part.Agenda)
                    {
                        Text = "Les rappels m’aident.",
                        AgeBand = AgeBand.From75,
                        Departement = "35",
                    }
                )
            )
        ).Number;

    private async Task RoundAsync(int days)
    {
        using var later = product
            .Services.GetRequiredService<InstanceClock>()
            .At(DateTimeOffset.UtcNow.AddDays(days));
        await product.Services.GetRequiredService<RetentionRound>().EraseAsync(CancellationToken.None);
    }

    private async Task<bool> SpeaksAsync(string number) => (await FindAsync(number)).Answers.SaySomething;

    private Task<UserFeedback> FindAsync(string number) =>
        product.ReadAsync(db =>
            db.Set<UserFeedback>().AsNoTracking().SingleAsync(feedback => feedback.Number == number)
        );
}
