using System.Globalization;
using Deliberation.Domain.Respond.Feedback;
using Deliberation.Testing;
using Deliberation.Web.Features.Respond.Feedback;
using Deliberation.Web.Platform;
using Microsoft.Extensions.DependencyInjection;
using Answer = Deliberation.Web.Features.Respond.Tracking.Answer;
using Mark = Deliberation.Domain.Respond.Feedback.Mark;

namespace Deliberation.Web.Tests.Respond.Feedback;

/// <summary>On the page of a proposition, what patients said before and after each answer of the institution.</summary>
public sealed class TrendTests(Product product) : IClassFixture<Product>
{
    private readonly DateTimeOffset start = DateTimeOffset.UtcNow.AddDays(-100);

    [Fact]
    public async Task What_was_heard_is_told_before_and_after_each_answer_now_and_on_a_past_day()
    {
        var opinion = await OpinionAsync();
        var first = await HearAsync(opinion, 12, Mark.VeryBad, start);
        await AnswerAsync(opinion, start.AddDays(40));
        await HearAsync(opinion, 11, Mark.Good, start.AddDays(50));
        await HearAsync(opinion, 3, Mark.Bad, start.AddDays(60));
        await AtAsync(
            start.AddDays(65),
            () => product.SendAsync(new Unlink.Command(first, opinion.Proposition(1), Guid.NewGuid()))
        );

        Assert.Equal(["11 100 %", "14 21 %"], await StretchesAsync(opinion));
        Assert.Equal(
            ["12 100 %", "moins de 10 nombre insuffisant"],
            await StretchesAsync(opinion, start.AddDays(45))
        );
    }

    [Fact]
    public async Task Fewer_than_ten_say_nothing_and_are_not_drawn()
    {
        var opinion = await OpinionAsync();
        await HearAsync(opinion, 12, Mark.VeryBad, start);
        await AnswerAsync(opinion, start.AddDays(40));
        await HearAsync(opinion, 9, Mark.Good, start.AddDays(50));

        var page = await product.Browse().GoAsync($"/avis/{opinion.Slug}/propositions/1");

        Assert.Equal(["12 100 %", "moins de 10 nombre insuffisant"], await StretchesAsync(opinion));
        Assert.Null(page.Document.QuerySelector("#notes-basses"));
        Assert.Contains("Nombre insuffisant pour comparer", page.Words, StringComparison.Ordinal);
    }

    private async Task<JudgedOpinion> OpinionAsync()
    {
        using var then = product.Services.GetRequiredService<InstanceClock>().At(start.AddDays(-1));
        return await Given.JudgedOpinionAsync(product);
    }

    /// <summary>How many were heard in each stretch, and the share of low marks.</summary>
    private async Task<IReadOnlyList<string>> StretchesAsync(JudgedOpinion opinion, DateTimeOffset? on = null)
    {
        var day = on?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var page = await product.Browse().GoAsync($"/avis/{opinion.Slug}/propositions/1?au={day}");
        return
        [
            .. page
                .Document.QuerySelectorAll("#avant-apres > table tbody tr")
                .Select(row => row.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim()).ToList())
                .Select(cells => $"{cells[0]} {cells[2]}".Replace('\u202f', ' ').Replace('\u00a0', ' ')),
        ];
    }

    private async Task<string> HearAsync(JudgedOpinion opinion, int count, Mark mark, DateTimeOffset at)
    {
        var number = "";
        await AtAsync(
            at,
            async () =>
            {
                for (var heard = 0; heard < count; heard++)
                {
                    number = (await Given.PublishedFeedbackAsync(product, mark: mark)).Number;
                    await product.SendAsync(new Link.Command(number, opinion.Proposition(1), Guid.NewGuid()));
                }
            }
        );
        return number;
    }

    private Task AnswerAsync(JudgedOpinion opinion, DateTimeOffset at) =>
        AtAsync(
            at,
            () => product.SendAsync(new Answer.Command(opinion.Agent, opinion.Proposition(1), Given.Answer()))
        );

    private async Task AtAsync(DateTimeOffset at, Func<Task> act)
    {
        using var then = product.Services.GetRequiredService<InstanceClock>().At(at);
        await act();
    }
}
