using System.Globalization;
using Deliberation.Domain.Assemble.Membership;
using Deliberation.Testing;
using Deliberation.Web.Platform;
using Microsoft.Extensions.DependencyInjection;
using Answer = Deliberation.Web.Features.Respond.Tracking.Answer;
using Publishing = Deliberation.Web.Features.Publish.Opinions.Publish;

namespace Deliberation.Web.Tests.Publish.Opinions;

public sealed partial class PublishTests
{
    [Fact]
    public async Task A_proposition_shows_what_was_known_on_a_past_day_and_links_stay_on_it()
    {
        var slug = await AnsweredLongAgoAsync();
        var browser = product.Browse();

        var before = await browser.GoAsync($"/avis/{slug}/propositions/1?au=2022-01-09");
        var waiting = await browser.GoAsync($"/avis/{slug}/propositions/1?au=2022-02-14");
        var answered = await browser.GoAsync($"/avis/{slug}/propositions/1?au=2022-02-15");
        var wrong = await browser.GoAsync($"/avis/{slug}/propositions/1?au=hier");

        Assert.Contains("n’était pas encore publiée à cette date", before.Words, StringComparison.Ordinal);
        Assert.Contains("État au 14 février 2022", waiting.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Réponse 1", waiting.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("1 réponse", waiting.Words, StringComparison.Ordinal);
        Assert.Contains("Réponse 1", answered.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Réponse 2", answered.Words, StringComparison.Ordinal);
        Assert.EndsWith(
            "?au=2022-02-15",
            answered.Document.QuerySelector("a[rel=next]")?.GetAttribute("href"),
            StringComparison.Ordinal
        );
        Assert.Contains("Cette date n’a pas été comprise", wrong.Words, StringComparison.Ordinal);
        Assert.Contains("Réponse 2", wrong.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_answer_says_what_it_changes_to_the_one_before()
    {
        var slug = await AnsweredLongAgoAsync();

        var page = await product.Browse().GoAsync($"/avis/{slug}/propositions/1");

        var change = Assert.Single(page.Document.QuerySelectorAll("details.change"));
        Assert.Contains(
            "par rapport à la réponse 1",
            change.QuerySelector("summary")?.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains("cent", change.QuerySelector("ins")?.TextContent, StringComparison.Ordinal);
        Assert.Contains("trois", change.QuerySelector("del")?.TextContent, StringComparison.Ordinal);
        Assert.Contains("En cours de réalisation, court terme", change.TextContent, StringComparison.Ordinal);
    }

    /// <summary>Published on 10 January 2022, answered on 15 February and on 1 June.</summary>
    private async Task<string> AnsweredLongAgoAsync()
    {
        var committee = await Given.CommitteeAsync(product);
        var first = await Given.AdoptedProposalAsync(product, committee, "Écrire gros");
        var second = await Given.AdoptedProposalAsync(product, committee, "Écrire simplement");
        var body = await Given.BodyAsync(product);
        var agent = await Given.InInstanceAsync(product, InstanceRole.Agent, body.Id);
        var slug = NewSlug();
        using (At("2022-01-10"))
        {
            await AssembleAsync(committee, slug, "Avis d’essai", "", first, second);
            await product.SendAsync(
                new Publishing.Command(committee.Facilitator, committee.Space.Slug, slug, body.Key)
            );
        }

        var reference = (await product.Browse().GoAsync($"/suivi/{slug}"))
            .Document.QuerySelector("#propositions .proposal-number")!
            .TextContent;
        await AnswerAsync("2022-02-15", "in-progress-short", "trois");
        await AnswerAsync("2022-06-01", "taken-into-account", "cent");
        return slug;

        async Task AnswerAsync(string day, string status, string towns)
        {
            using (At(day))
            {
                var reason = $"Deux cents personnes essaient la clé dans {towns} communes.";
                var answer = Given.Answer(status) with { Reason = reason };
                await product.SendAsync(new Answer.Command(agent, reference, answer));
            }
        }
    }

    private IDisposable At(string day) =>
        product
            .Services.GetRequiredService<InstanceClock>()
            .At(DateTimeOffset.Parse($"{day}T10:00:00Z", CultureInfo.InvariantCulture));
}
