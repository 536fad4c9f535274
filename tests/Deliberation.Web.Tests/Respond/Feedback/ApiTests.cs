using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Deliberation.Testing;

namespace Deliberation.Web.Tests.Respond.Feedback;

public sealed class ApiTests(Product product) : IClassFixture<Product>
{
    private const string Address = "/api/v1/feedback";

    [Fact]
    public async Task A_partner_gives_feedback_and_gets_the_code_once()
    {
        var client = await Given.PartnerAsync(product);

        using var answer = await client.PostAsJsonAsync(
            Address,
            new
            {
                mark = 4,
                part = "messaging",
                text = "Réponse rapide, au 06 12 34 56 78.",
                ageBand = "from60To74",
                departement = "2a",
                contact = "reached",
            }
        );

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var receipt = await answer.Content.ReadFromJsonAsync<JsonElement>();
        var page = await product
            .Browse()
            .GoAsync($"/retours/suivre/{receipt.GetProperty("code").GetString()}");
        Assert.Contains("[numéro de téléphone masqué]", page.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", HttpStatusCode.BadRequest)]
    [InlineData("", HttpStatusCode.BadRequest)]
    [InlineData("null", HttpStatusCode.BadRequest)]
    [InlineData("""{"mark":"4","part":"agenda","text":"x"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"mark":4,"part":4,"text":"x"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"mark":4,"part":"agenda","text":"x","name":"Zoé"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"mark":4,"part":"agenda","text":"\ud800"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"mark":4,"part":"agenda","text":"a\u0000b"}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"mark":9,"part":"agenda","text":"x"}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"Mark":4,"part":"agenda","text":"x"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"mark":4,"text":"x"}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData("""{"mark":4,"part":"agenda"}""", HttpStatusCode.UnprocessableEntity)]
    [InlineData(
        """{"mark":4,"part":"agenda","text":"x","departement":"99"}""",
        HttpStatusCode.UnprocessableEntity
    )]
    [InlineData(
        """{"mark":4,"part":"agenda","text":"x","language":"<b>"}""",
        HttpStatusCode.UnprocessableEntity
    )]
    public async Task A_wrong_document_is_told_what_is_wrong(string json, HttpStatusCode status)
    {
        using var body = new StringContent(json, Encoding.UTF8, "application/json");

        using var answer = await (await Given.PartnerAsync(product)).PostAsync(Address, body);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
    }

    [Fact]
    public async Task A_document_that_is_too_large_is_413_with_or_without_its_length()
    {
        var large = JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                mark = 4,
                part = "agenda",
                text = new string('a', 70_000),
            }
        );
        var client = await Given.PartnerAsync(product);
        foreach (var chunked in new[] { false, true })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, Address)
            {
                Content = new ByteArrayContent(large),
            };
            request.Content.Headers.ContentType = new("application/json");
            request.Headers.TransferEncodingChunked = chunked;

            using var answer = await client.SendAsync(request);

            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        }
    }

    [Fact]
    public async Task A_form_from_elsewhere_is_not_a_document()
    {
        using var body = new StringContent("mark=4", Encoding.UTF8, "application/x-www-form-urlencoded");

        using var answer = await (await Given.PartnerAsync(product)).PostAsync(Address, body);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer hsp_inconnue")]
    [InlineData("Basic aGVhbHRoOnNwYWNl")]
    public async Task Without_a_key_in_use_nothing_is_read(string? authorization)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Address)
        {
            Content = new StringContent("{", Encoding.UTF8, "application/json"),
        };
        request.Headers.TryAddWithoutValidation("Authorization", authorization);

        using var answer = await product.CreateClient().SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.Single().Scheme);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }
}
