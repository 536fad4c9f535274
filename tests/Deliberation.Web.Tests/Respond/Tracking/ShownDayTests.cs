using System.Globalization;
using System.Net;
using System.Text.Json;
using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Testing;
using Deliberation.Web.Features.Respond.Tracking;
using Deliberation.Web.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Answer = Deliberation.Web.Features.Respond.Tracking.Answer;
using Entrust = Deliberation.Web.Features.Respond.Tracking.Entrust;

namespace Deliberation.Web.Tests.Respond.Tracking;

public sealed class ShownDayTests(Product product) : IClassFixture<Product>
{
    [Fact]
    public async Task The_tracker_of_a_past_day_says_what_was_known_when_it_ended()
    {
        var followed = await LivedAsync();

        var page = await product.Browse().GoAsync($"/suivi/{followed.Opinion.Slug}?au=2022-03-01");

        Assert.Contains("État au 1er mars 2022", page.Words, StringComparison.Ordinal);
        Assert.Contains(
            "Propositions : 2. Avec une réponse : 1. Faites et confirmées : 0. Déclarées faites, non confirmées : 0. En retard : 1.",
            page.Words,
            StringComparison.Ordinal
        );
        Assert.Contains("Sans réponse depuis 50 jours", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(followed.Proposition(3), page.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/suivi?avis={0}&au=2022-03-01&tri=Statut")]
    [InlineData("/suivi/{0}?au=2022-03-01")]
    public async Task Links_stay_on_the_day_and_one_comes_back_to_today(string address)
    {
        var slug = (await LivedAsync()).Opinion.Slug;

        var page = await product.Browse().GoAsync(string.Format(CultureInfo.InvariantCulture, address, slug));

        var propositions = page.Document.QuerySelectorAll("#propositions a");
        Assert.Equal(2, propositions.Length);
        Assert.All(
            propositions,
            link => Assert.EndsWith("?au=2022-03-01", link.GetAttribute("href"), StringComparison.Ordinal)
        );
        Assert.Equal("2022-03-01", page.Document.QuerySelector("#au")?.GetAttribute("value"));
        Assert.DoesNotContain(
            "au=",
            page.Document.QuerySelector(".notice a")?.GetAttribute("href"),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("2022-01-09", "", null, 0)]
    [InlineData("2022-01-10", "", null, 1)]
    [InlineData("2022-02-14", "", null, 1)]
    [InlineData("2022-02-15", "in-progress-short", null, 1)]
    [InlineData("2022-04-01", "in-progress-short", "agence", 1)]
    [InlineData("2022-06-01", "taken-into-account", "agence", 1)]
    public async Task The_database_and_the_replayed_history_agree(
        string written,
        string status,
        string? hand,
        int count
    )
    {
        var followed = await LivedAsync();
        var day = DateOnly.Parse(written, CultureInfo.InvariantCulture);
        var reference = followed.Proposition(1);

        var rows = await RowsAsync(reference, day);
        var treatment = await product.ReadAsync(db =>
            db.Set<Treatment>()
                .Include(treatment => treatment.Updates)
                .Include(treatment => treatment.Entrustments)
                .Include(treatment => treatment.Expectations)
                .FirstAsync(treatment => treatment.Reference == reference)
        );

        var standing = Standing.AtTheEndOf(treatment, day);
        Assert.Equal(count, rows.Count);
        Assert.Equal(standing is null ? 0 : 1, rows.Count);
        Assert.All(
            rows,
            row =>
            {
                Assert.Equal(
                    (standing!.AnswerCount, standing.Latest?.Status, standing.BodyId, standing.ExpectedOn), // not null: counted above
                    (row.Answers, row.Status, row.BodyId, row.ExpectedOn)
                );
                Assert.Equal(status, row.Status ?? "");
                Assert.Equal(hand is not null, row.BodyId != followed.Body.Id);
            }
        );
    }

    [Theory]
    [InlineData("hier")]
    [InlineData("2022-02-30")]
    [InlineData("10/01/2022")]
    [InlineData("2999-01-01")]
    [InlineData("0000-00-00")]
    public async Task A_day_that_cannot_be_shown_is_said_and_today_is_shown(string day)
    {
        var slug = (await LivedAsync()).Opinion.Slug;
        var browser = product.Browse();

        var list = await browser.GoAsync($"/suivi?au={day}");
        var opinion = await browser.GoAsync($"/suivi/{slug}?au={day}");

        Assert.All(
            [list, opinion],
            page =>
            {
                Assert.Equal(HttpStatusCode.OK, page.Status);
                Assert.Contains("Cette date", page.Words, StringComparison.Ordinal);
                Assert.Contains("Vous voyez l’état d’aujourd’hui.", page.Words, StringComparison.Ordinal);
            }
        );
    }

    [Theory]
    [InlineData("/suivi.csv")]
    [InlineData("/suivi/{0}.csv")]
    [InlineData("/suivi/{0}.json")]
    [InlineData("/api/v1/treatments")]
    [InlineData("/api/v1/opinions/{0}/treatments")]
    public async Task Data_refuse_such_a_day_with_a_problem_document(string address)
    {
        var slug = (await LivedAsync()).Opinion.Slug;
        var path = string.Format(CultureInfo.InvariantCulture, address, slug);

        var page = await product.Browse().GoAsync($"{path}?au=2999-01-01");

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal("application/problem+json", page.Response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Data_of_a_past_day_hold_nothing_later()
    {
        var followed = await LivedAsync();
        var slug = followed.Opinion.Slug;
        var browser = product.Browse();

        var whole = await browser.GoAsync($"/suivi/{slug}.json?au=2022-03-01");
        var csv = await browser.GoAsync($"/suivi/{slug}.csv?au=2022-03-01");
        var slice = await browser.GoAsync($"/api/v1/treatments?avis={slug}&au=2022-03-01");

        var root = JsonDocument.Parse(whole.Text).RootElement;
        Assert.Equal("2022-03-01", root.GetProperty("as_of").GetString());
        Assert.Equal(2, root.GetProperty("propositions").GetArrayLength());
        Assert.Equal(1, root.GetProperty("propositions")[0].GetProperty("history").GetArrayLength());
        Assert.Equal(2, JsonDocument.Parse(slice.Text).RootElement.GetProperty("total").GetInt32());
        Assert.Contains("in-progress-short", csv.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("taken-into-account", csv.Text, StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<TreatmentRow>> RowsAsync(string reference, DateOnly day)
    {
        await using var scope = product.Services.CreateAsyncScope();
        return await scope
            .ServiceProvider.GetRequiredService<TreatmentList>()
            .Rows(WorkingDays.EndOf(day))
            .Where(row => row.Reference == reference)
            .ToListAsync();
    }

    /// <summary>
    /// Two propositions published on 10 January 2022 and due on 1 February; the first is answered on 15 February, in
    /// other hands on 1 April, answered again on 1 June. A third one is published on 1 July.
    /// </summary>
    private async Task<FollowedOpinion> LivedAsync()
    {
        FollowedOpinion followed;
        using (At("2022-01-10"))
        {
            followed = await Given.FollowedOpinionAsync(
                product,
                propositions: 2,
                dueOn: new DateOnly(2022, 2, 1)
            );
        }

        var body = await Given.BodyAsync(product);
        var agent = await Given.InInstanceAsync(product, InstanceRole.Agent, body.Id);
        var administrator = await Given.InInstanceAsync(product, InstanceRole.Administrator);
        await AnswerAsync("2022-02-15", followed.Agent, followed.Proposition(1), "in-progress-short");
        using (At("2022-04-01"))
        {
            await product.SendAsync(new Entrust.Command(administrator, followed.Proposition(1), body.Id));
        }

        await AnswerAsync("2022-06-01", agent, followed.Proposition(1), "taken-into-account");
        using (At("2022-07-01"))
        {
            await Given.OpenMoreAsync(product, followed, 3);
        }

        return followed;
    }

    private async Task AnswerAsync(string day, Guid agent, string reference, string status)
    {
        using (At(day))
        {
            await product.SendAsync(new Answer.Command(agent, reference, Given.Answer(status)));
        }
    }

    private IDisposable At(string day) =>
        product
            .Services.GetRequiredService<InstanceClock>()
            .At(DateTimeOffset.Parse($"{day}T10:00:00Z", CultureInfo.InvariantCulture));
}
