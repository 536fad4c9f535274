using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Deliberation.Domain.Respond.Feedback;
using Deliberation.Testing;
using Deliberation.Web.Features.Respond.Feedback;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UserFeedback = Deliberation.Domain.Respond.Feedback.Feedback;

namespace Deliberation.Web.Tests.Respond.Feedback;

/// <summary>Where every door meets: many at once, in order, each for itself.</summary>
public sealed class IntakeTests(Product product) : IClassFixture<Product>
{
    [Fact]
    public async Task Many_at_once_get_numbers_in_order_without_a_gap()
    {
        var intake = product.Services.GetRequiredService<Intake>();

        var receipts = await Task.WhenAll(
            Enumerable.Range(0, 700).Select(i => intake.ReceiveAsync(Coming($"Foule {i}")))
        );

        var numbers = receipts.Select(receipt => int.Parse(receipt.Number[^6..])).Order().ToList();
        Assert.Equal(Enumerable.Range(numbers[0], 700), numbers);
        var kept = await product.ReadAsync(db =>
            db.Set<UserFeedback>().AsNoTracking().Where(one => one.Keywords.StartsWith("foule")).ToListAsync()
        );
        Assert.Equal(700, kept.Count);
        Assert.All(
            kept,
            one => Assert.Equal((1, FeedbackStage.Received), (one.Revision, Assert.Single(one.Steps).Stage))
        );
    }

    [Fact]
    public async Task One_that_the_database_refuses_does_not_sink_its_neighbours()
    {
        var intake = product.Services.GetRequiredService<Intake>();
        var taken = NewCode.Draw();
        await intake.ReceiveAsync(Coming("Le premier") with { Code = taken });

        var neighbours = Enumerable
            .Range(0, 20)
            .Select(i => intake.ReceiveAsync(Coming($"Voisin {i}")))
            .ToList();
        var refused = intake.ReceiveAsync(Coming("Le même code") with { Code = taken });
        neighbours.AddRange(Enumerable.Range(20, 20).Select(i => intake.ReceiveAsync(Coming($"Voisin {i}"))));

        await Assert.ThrowsAnyAsync<Exception>(() => refused);
        var receipts = await Task.WhenAll(neighbours);
        var numbers = receipts.Select(receipt => int.Parse(receipt.Number[^6..])).Order().ToList();
        Assert.Equal(Enumerable.Range(numbers[0], 40), numbers);
    }

    [Fact]
    public async Task A_batch_is_answered_item_by_item_and_a_repeated_one_the_same()
    {
        var client = await Given.PartnerAsync(product);
        var batch = """
            {"items":[
              {"mark":4,"part":"agenda","text":"Premier du lot."},
              {"mark":4,"part":"agenda","text":"x","name":"Zoé"},
              {"mark":9,"part":"agenda","text":"Note impossible."},
              {"mark":2,"part":"help","hard":"Le 06 12 34 56 78 ne répond pas."}
            ]}
            """;

        var (status, first) = await PostAsync(client, batch, "lot-1");
        var (_, again) = await PostAsync(client, batch, "lot-1");

        Assert.Equal(HttpStatusCode.OK, status);
        var results = first.GetProperty("results");
        Assert.Equal(
            [201, 400, 422, 201],
            results.EnumerateArray().Select(result => result.GetProperty("status").GetInt32())
        );
        Assert.Equal("$.name", results[1].GetProperty("place").GetString());
        Assert.Equal("feedback.has-a-mark", results[2].GetProperty("code").GetString());
        Assert.Equal(first.ToString(), again.ToString());
        var number = results[3].GetProperty("feedback").GetProperty("number").GetString();
        var kept = await product.ReadAsync(db =>
            db.Set<UserFeedback>().SingleAsync(one => one.Number == number)
        );
        Assert.Contains("[numéro de téléphone masqué]", kept.Answers.Hard.Value, StringComparison.Ordinal);
        Assert.Equal(Door.Api, kept.Door);
        Assert.NotNull(kept.BroughtBy);
    }

    [Theory]
    [InlineData("""[{"mark":4}]""")]
    [InlineData("""{"items":[]}""")]
    [InlineData("""{"items":[{}],"more":1}""")]
    [InlineData("""{"items":""")]
    public async Task What_is_no_batch_is_400(string json)
    {
        var (status, problem) = await PostAsync(await Given.PartnerAsync(product), json, "lot-2");

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
    }

    [Fact]
    public async Task A_hundred_and_one_are_too_many()
    {
        var items = string.Join(',', Enumerable.Repeat("""{"mark":4,"part":"agenda","text":"x"}""", 101));

        var (status, _) = await PostAsync(
            await Given.PartnerAsync(product),
            $$"""{"items":[{{items}}]}""",
            "lot-3"
        );

        Assert.Equal(HttpStatusCode.BadRequest, status);
    }

    private static Incoming Coming(string text) =>
        new(
            new Spoken(Mark.Average, Part.Agenda) { Text = text }.Masked(),
            Door.Api,
            "fr",
            DateTimeOffset.UtcNow
        );

    private static async Task<(HttpStatusCode Status, JsonElement Body)> PostAsync(
        HttpClient client,
        string json,
        string name
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/feedback/batch")
        {
            Content = new StringContent(json, System.Text.Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("Idempotency-Key", name);
        using var answer = await client.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }
}
