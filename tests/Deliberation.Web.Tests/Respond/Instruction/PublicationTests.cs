using System.Net;
using Deliberation.Domain.Respond.Instruction;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Testing;
using Deliberation.Web.Features.Respond.Instruction;
using Deliberation.Web.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Answer = Deliberation.Web.Features.Respond.Tracking.Answer;

namespace Deliberation.Web.Tests.Respond.Instruction;

public sealed class PublicationTests(Product product) : IClassFixture<Product>
{
    private static readonly DateOnly Day = WorkingDays.DateInParis(DateTimeOffset.UtcNow).AddDays(3);

    [Fact]
    public async Task Signed_for_a_day_they_are_published_together_when_it_comes_and_never_twice()
    {
        var chain = await Given.ChainAsync(product);
        await Given.PreparedAnswerAsync(product, chain, 1, AnswerStage.Signed, Day);
        await Given.PreparedAnswerAsync(product, chain, 2, AnswerStage.Signed, Day);
        await Given.PreparedAnswerAsync(product, chain, 3, AnswerStage.Signed, Day.AddDays(1));

        await RoundAsync(Morning(Day).AddMinutes(-1));
        var before = await AnswersAsync(chain.Followed);
        await RoundAsync(Morning(Day).AddSeconds(20));
        await Task.WhenAll(RoundAsync(Morning(Day).AddMinutes(1)), RoundAsync(Morning(Day).AddMinutes(1)));

        Assert.Empty(before);
        var published = await AnswersAsync(chain.Followed);
        Assert.Equal(2, published.Count);
        Assert.Single(published.Select(answer => answer.At).Distinct());
    }

    [Fact]
    public async Task Two_rounds_at_once_publish_an_answer_once()
    {
        var chain = await Given.ChainAsync(product);
        await Given.PreparedAnswerAsync(product, chain, 1, AnswerStage.Signed, Day);

        await Task.WhenAll(RoundAsync(Morning(Day)), RoundAsync(Morning(Day)), RoundAsync(Morning(Day)));

        Assert.Single(await AnswersAsync(chain.Followed));
    }

    [Fact]
    public async Task Overtaken_meanwhile_it_is_sent_back_and_its_agents_see_why()
    {
        var chain = await Given.ChainAsync(product);
        await Given.PreparedAnswerAsync(product, chain, 1, AnswerStage.Signed, Day);
        await Given.PreparedAnswerAsync(product, chain, 2, AnswerStage.Signed, Day);
        await product.SendAsync(new Chains.Command(Guid.Empty, chain.Followed.Body.Id, On: false));
        await product.SendAsync(
            new Answer.Command(chain.Followed.Agent, chain.Followed.Proposition(1), Given.Answer())
        );

        await RoundAsync(Morning(Day));

        Assert.Equal(2, (await AnswersAsync(chain.Followed)).Count);
        var desk = await product.Browse(chain.Followed.Agent).GoAsync("/bureau/suivi?vue=Renvoyees");
        Assert.Contains(chain.Followed.Proposition(1), desk.Words, StringComparison.Ordinal);
        Assert.Contains("Une autre réponse vient d’être publiée", desk.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_is_chosen_on_the_page_and_the_answer_may_be_called_back_before_it()
    {
        var chain = await Given.ChainAsync(product);
        await Given.PreparedAnswerAsync(product, chain, 1, AnswerStage.Reviewed);
        var reader = product.Browse(chain.Reader);
        var address = $"/bureau/suivi/{chain.Followed.Proposition(1)}/relecture";
        var page = await reader.GoAsync(address);

        var dayless = await reader.SendAsync(page, "#programmer", ("Data.EffectiveOn", ""));
        var past = await reader.SendAsync(page, "#programmer", ("Data.EffectiveOn", "2020-01-01"));
        await reader.SubmitAsync(page, "#programmer", ("Data.EffectiveOn", $"{Day:yyyy-MM-dd}"));
        var planned = await reader.GoAsync("/bureau/suivi?vue=Programmees");
        await reader.SubmitAsync(
            await reader.GoAsync(address),
            "#renvoyer",
            ("Data.Reason", "Le budget a changé.")
        );
        await RoundAsync(Morning(Day));

        Assert.Contains("Choisissez le jour", dayless.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, past.Status);
        Assert.Contains(chain.Followed.Proposition(1), planned.Words, StringComparison.Ordinal);
        Assert.Empty(await AnswersAsync(chain.Followed));
    }

    private static DateTimeOffset Morning(DateOnly day) => WorkingDays.At(day, new TimeOnly(8, 0));

    private async Task RoundAsync(DateTimeOffset moment)
    {
        using var then = product.Services.GetRequiredService<InstanceClock>().At(moment);
        await product.Services.GetRequiredService<PublicationRound>().PublishAsync(CancellationToken.None);
    }

    private Task<List<TreatmentUpdate>> AnswersAsync(FollowedOpinion followed) =>
        product.ReadAsync(db =>
            db.Set<TreatmentUpdate>().Where(update => update.BodyId == followed.Body.Id).ToListAsync()
        );
}
