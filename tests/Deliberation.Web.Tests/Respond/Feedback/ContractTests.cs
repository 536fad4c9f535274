using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Deliberation.Testing;

namespace Deliberation.Web.Tests.Respond.Feedback;

/// <summary>The doors for programs, held against the OpenAPI document that this service publishes of them.</summary>
public sealed class ContractTests(Product product) : IClassFixture<Product>
{
    private const string Whole = """
        {"mark":5,"part":"consent","easy":"Tout.","hard":"Rien.","text":"Merci.","suggestion":"Continuez.",
         "contact":"notTried","ageBand":"from75","departement":"2A","language":"fr"}
        """;

    [Theory]
    [InlineData("/api/v1/feedback", Whole, 201)]
    [InlineData("/api/v1/feedback", """{"mark":1,"part":"other","text":"x"}""", 201)]
    [InlineData("/api/v1/feedback", """{"mark":1,"part":"other","text":"J’ai envie d’en finir."}""", 201)]
    [InlineData("/api/v1/feedback", """{"mark":1,"part":"other"}""", 422)]
    [InlineData("/api/v1/feedback", """{"mark":1.5,"part":"other","text":"x"}""", 400)]
    [InlineData("/api/v1/feedback", """{"mark":1,"part":"nowhere","text":"x"}""", 400)]
    [InlineData("/api/v1/feedback", """{"mark":1,"part":"other","text":"x","birthDate":"1960"}""", 400)]
    [InlineData("/api/v1/feedback", """[]""", 400)]
    [InlineData("/api/v1/feedback/batch", """{"items":[{"mark":1,"part":"other","text":"x"}]}""", 200)]
    [InlineData("/api/v1/feedback/batch", """{"items":[]}""", 400)]
    [InlineData("/api/v1/feedback/batch", """{"items":7}""", 400)]
    public async Task What_is_published_is_what_is_done(string address, string json, int status)
    {
        var operation = await OperationAsync(address);
        var schema = new PublishedSchema(operation.Document);
        using var sent = JsonDocument.Parse(json);
        using var body = new StringContent(json, Encoding.UTF8, "application/json");

        using var answer = await (await Given.PartnerAsync(product)).PostAsync(address, body);

        Assert.Equal(status, (int)answer.StatusCode);
        var isDescribed =
            schema.Faults(sent.RootElement, Content(operation.Post.GetProperty("requestBody"))).Count == 0;
        Assert.Equal(status != 400, isDescribed);
        var response = operation.Post.GetProperty("responses").GetProperty($"{status}");
        Assert.Empty(schema.Faults(await answer.Content.ReadFromJsonAsync<JsonElement>(), Content(response)));
    }

    [Fact]
    public async Task The_key_and_the_name_of_a_sending_are_published()
    {
        var (document, post) = await OperationAsync("/api/v1/feedback");

        Assert.Equal("Idempotency-Key", post.GetProperty("parameters")[0].GetProperty("name").GetString());
        var scheme = post.GetProperty("security")[0].EnumerateObject().Single().Name;
        var bearer = document.GetProperty("components").GetProperty("securitySchemes").GetProperty(scheme);
        Assert.Equal("bearer", bearer.GetProperty("scheme").GetString());
        foreach (var status in new[] { "401", "403", "409", "413", "415", "429" })
        {
            Assert.True(post.GetProperty("responses").TryGetProperty(status, out _), status);
        }
    }

    private async Task<(JsonElement Document, JsonElement Post)> OperationAsync(string address)
    {
        var document = await product.CreateClient().GetFromJsonAsync<JsonElement>("/api/v1/openapi.json");
        return (document, document.GetProperty("paths").GetProperty(address).GetProperty("post"));
    }

    private static JsonElement Content(JsonElement holder) =>
        holder.GetProperty("content").EnumerateObject().First().Value.GetProperty("schema");
}
