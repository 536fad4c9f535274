using System.Net;
using Deliberation.Domain.Respond.Instruction;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Testing;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Tests.Respond.Instruction;

public sealed class DeskTests(Product product) : IClassFixture<Product>
{
    [Fact]
    public async Task Several_are_signed_at_once_and_each_line_says_what_became_of_it()
    {
        var chain = await Given.ChainAsync(product, propositions: 3);
        await PrepareAsync(chain, 3, AnswerStage.Reviewed);
        var reader = product.Browse(chain.Reader);
        var desk = await reader.GoAsync("/bureau/suivi?vue=ASigner");
        await reader.SubmitAsync(
            await reader.GoAsync($"/bureau/suivi/{chain.Followed.Proposition(2)}/relecture"),
            "#renvoyer",
            ("Data.Reason", "Le coût manque.")
        );

        var signed = await reader.SendAsync(
            desk,
            "#signatures",
            [.. Ticked(desk), ("Data.IsPlanned", "false")]
        );
        var again = await reader.SendAsync(
            desk,
            "#signatures",
            [.. Ticked(desk), ("Data.IsPlanned", "false")]
        );

        Assert.Equal(3, Ticked(desk).Length);
        Assert.Contains("Réponses signées : 2 sur 3", signed.Words, StringComparison.Ordinal);
        Assert.Contains("vient de changer de mains", signed.Words, StringComparison.Ordinal);
        Assert.Contains("Réponses signées : 2 sur 3", again.Words, StringComparison.Ordinal);
        Assert.Equal(2, await AnswersAsync(chain.Followed));
    }

    [Fact]
    public async Task Several_are_signed_for_a_day_and_the_day_is_asked_for()
    {
        var chain = await Given.ChainAsync(product, propositions: 2);
        await PrepareAsync(chain, 2, AnswerStage.Reviewed);
        var reader = product.Browse(chain.Reader);
        var desk = await reader.GoAsync("/bureau/suivi?vue=ASigner");
        var day = WorkingDays.DateInParis(DateTimeOffset.UtcNow).AddDays(5);

        var dayless = await reader.SendAsync(
            desk,
            "#signatures",
            [.. Ticked(desk), ("Data.IsPlanned", "true")]
        );
        var empty = await reader.SendAsync(desk, "#signatures", ("Data.IsPlanned", "false"));
        await reader.SendAsync(
            desk,
            "#signatures",
            [.. Ticked(desk), ("Data.IsPlanned", "true"), ("Data.EffectiveOn", $"{day:yyyy-MM-dd}")]
        );

        Assert.Contains("Choisissez le jour", dayless.Words, StringComparison.Ordinal);
        Assert.Contains("Cochez au moins une réponse", empty.Words, StringComparison.Ordinal);
        Assert.Equal(0, await AnswersAsync(chain.Followed));
        var planned = await reader.GoAsync("/bureau/suivi?vue=Programmees");
        Assert.Equal(2, planned.Document.QuerySelectorAll("#en-cours tbody tr").Length);
    }

    [Fact]
    public async Task Who_wrote_them_is_not_offered_to_sign_them_and_is_refused()
    {
        var chain = await Given.ChainAsync(product, propositions: 1);
        await PrepareAsync(chain, 1, AnswerStage.Reviewed);
        var (writer, reader) = (product.Browse(chain.Followed.Agent), product.Browse(chain.Reader));
        var theirs = await reader.GoAsync("/bureau/suivi?vue=ASigner");
        var own = await writer.GoAsync("/bureau/suivi?vue=ASigner");

        var refused = await writer.SendAsync(
            theirs,
            "#signatures",
            [.. Ticked(theirs), ("Data.IsPlanned", "false"), await TokenAsync(writer, chain.Followed)]
        );

        Assert.Null(own.Document.QuerySelector("#signatures"));
        Assert.Contains("Personne ne relit ni ne signe", refused.Words, StringComparison.Ordinal);
        Assert.Equal(0, await AnswersAsync(chain.Followed));
    }

    [Fact]
    public async Task Another_body_signs_none_of_them()
    {
        var chain = await Given.ChainAsync(product, propositions: 1);
        var other = await Given.FollowedOpinionAsync(product);
        await PrepareAsync(chain, 1, AnswerStage.Reviewed);
        var stranger = product.Browse(other.Agent);
        var desk = await product.Browse(chain.Reader).GoAsync("/bureau/suivi?vue=ASigner");

        var refused = await stranger.SendAsync(
            desk,
            "#signatures",
            [.. Ticked(desk), ("Data.IsPlanned", "false"), await TokenAsync(stranger, other)]
        );

        Assert.Equal(HttpStatusCode.NotFound, refused.Status);
        Assert.Equal(0, await AnswersAsync(chain.Followed));
    }

    [Fact]
    public async Task After_each_one_the_next_of_the_pile_is_offered()
    {
        var chain = await Given.ChainAsync(product, propositions: 3);
        await PrepareAsync(chain, 2, AnswerStage.Prepared);
        var (writer, reader) = (product.Browse(chain.Followed.Agent), product.Browse(chain.Reader));

        var read = await reader.SubmitAsync(
            await reader.GoAsync($"/bureau/suivi/{chain.Followed.Proposition(1)}/relecture"),
            "#relire"
        );
        var todo = await writer.GoAsync($"/bureau/suivi?repondu={chain.Followed.Proposition(1)}");

        Assert.Equal(
            $"/bureau/suivi/{chain.Followed.Proposition(2)}/relecture",
            read.Document.QuerySelector("#suivante")?.GetAttribute("href")
        );
        Assert.Equal(
            $"/bureau/suivi/{chain.Followed.Proposition(3)}",
            todo.Document.QuerySelector("#suivante")?.GetAttribute("href")
        );
        Assert.Single(todo.Document.QuerySelectorAll("#propositions tbody tr"));
    }

    private static (string, string)[] Ticked(Page desk) =>
        [
            .. desk
                .Document.QuerySelectorAll("[name='Data.Lines']")
                .Select(box => ("Data.Lines", box.GetAttribute("value")!)),
        ];

    private async Task PrepareAsync((FollowedOpinion, Guid) chain, int count, AnswerStage stage)
    {
        for (var number = 1; number <= count; number++)
        {
            await Given.PreparedAnswerAsync(product, chain, number, stage);
        }
    }

    private static async Task<(string, string)> TokenAsync(Browser browser, FollowedOpinion followed) =>
        (
            "__RequestVerificationToken",
            (await browser.GoAsync($"/bureau/suivi/{followed.Proposition(1)}"))
                .Document.QuerySelector("#reponse [name=__RequestVerificationToken]")!
                .GetAttribute("value")!
        );

    private Task<int> AnswersAsync(FollowedOpinion followed) =>
        product.ReadAsync(db =>
            db.Set<TreatmentUpdate>().CountAsync(update => update.BodyId == followed.Body.Id)
        );
}
