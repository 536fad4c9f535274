using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Deliberation.Domain.Respond.Feedback;
using Deliberation.Testing;
using Microsoft.EntityFrameworkCore;
using UserFeedback = Deliberation.Domain.Respond.Feedback.Feedback;

namespace Deliberation.Web.Tests.Respond.Feedback;

/// <summary>Bundles at the FHIR door: each entry by itself, or all of them or none.</summary>
public sealed class FhirBundleTests(Product product) : IClassFixture<Product>
{
    private const string Root = "/api/v1/fhir";

    [Fact]
    public async Task The_door_says_that_it_takes_batches_and_transactions()
    {
        using var answer = await product.CreateClient().GetAsync($"{Root}/metadata");
        var capability = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;

        Assert.Equal(
            ["batch", "transaction"],
            capability["rest"]![0]!["interaction"]!.AsArray().Select(one => one!["code"]!.GetValue<string>())
        );
    }

    [Fact]
    public async Task Of_a_batch_each_entry_is_answered_by_itself_and_a_repeated_one_the_same()
    {
        var client = await Given.PartnerAsync(product);
        var deep = string.Concat(Enumerable.Repeat("""{"linkId":"recit","item":[""", 1_000));
        var wide = string.Join(',', Enumerable.Repeat("""{"linkId":"recit"}""", 1_000));
        var bundle = Bundle(
            "batch",
            Entry(await ResponseAsync("Lot un : appelez le 06 12 34 56 78."), "urn:uuid:1"),
            Entry($$"""{"resourceType":"QuestionnaireResponse","item":[{{deep}}{{Closed(1_000)}}]}"""),
            Entry($$"""{"resourceType":"QuestionnaireResponse","status":"completed","item":[{{wide}}]}"""),
            Entry(await ResponseAsync("x", """ "subject":{"reference":"Patient/Zoé"}, """)),
            Entry(await ResponseAsync("x", """ "extension":[{"url":"Zoé"}], """)),
            Entry(await ResponseAsync("")),
            Entry(await ResponseAsync("x"), "urn:uuid:1"),
            """{"resource":{},"request":{"method":"DELETE","url":"QuestionnaireResponse/1"}}""",
            Entry(
                """{"resourceType":"QuestionnaireResponse","id":"RU-2026-000001","status":"entered-in-error"}"""
            ),
            Entry(await ResponseAsync("Lot dernier."))
        );

        var (status, first) = await PostAsync(client, bundle, "lot-1");
        var (_, again) = await PostAsync(client, bundle, "lot-1");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("batch-response", first["type"]!.GetValue<string>());
        var answers = first["entry"]!.AsArray();
        Assert.Equal(
            ["201", "400", "422", "422", "422", "422", "422", "422", "422", "201"],
            answers.Select(entry => entry!["response"]!["status"]!.GetValue<string>())
        );
        Assert.Equal(
            [
                "structure",
                "not-supported",
                "business-rule",
                "extension",
                "business-rule",
                "invariant",
                "not-supported",
                "not-supported",
            ],
            answers.Skip(1).SkipLast(1).Select(entry => Issue(entry!)["code"]!.GetValue<string>())
        );
        Assert.Equal(
            "Bundle.entry[3].resource.subject",
            Issue(answers[3]!)["expression"]![0]!.GetValue<string>()
        );
        Assert.DoesNotContain("Zo", first.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(first.ToJsonString(), again.ToJsonString());
        var kept = await KeptAsync("lot un", "lot dernier");
        Assert.Equal(2, kept.Count);
        Assert.All(kept, one => Assert.Equal(Door.Fhir, one.Door));
        Assert.DoesNotContain(
            kept,
            one => one.Answers.Text.Value.Contains("06 12", StringComparison.Ordinal)
        );
        var code = answers[0]!["resource"]!["extension"]![0]!["valueString"]!.GetValue<string>();
        Assert.Equal(HttpStatusCode.OK, (await product.Browse().GoAsync($"/retours/suivre/{code}")).Status);
        Assert.EndsWith(
            kept.Single(one => one.Answers.Text.Value.StartsWith("Lot un", StringComparison.Ordinal)).Number,
            answers[0]!["response"]!["location"]!.GetValue<string>(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Of_a_transaction_all_are_kept_or_none()
    {
        var client = await Given.PartnerAsync(product);
        var good = await ResponseAsync("Transaction saine.");
        var (refused, outcome) = await PostAsync(
            client,
            Bundle(
                "transaction",
                Entry(good, "urn:uuid:a"),
                Entry(await ResponseAsync("x", """ "author":{"display":"Zoé"}, """)),
                Entry(await ResponseAsync(""))
            )
        );
        var before = await KeptAsync("transaction saine");
        var whole = Bundle("transaction", Entry(good, "urn:uuid:a"), Entry(good, "urn:uuid:b"));
        var (status, kept) = await PostAsync(client, whole);
        var (_, again) = await PostAsync(client, whole);
        var (conflict, said) = await PostAsync(
            client,
            Bundle(
                "transaction",
                Entry(await ResponseAsync("Transaction nouvelle."), "urn:uuid:c"),
                Entry(await ResponseAsync("Transaction changée."), "urn:uuid:b")
            )
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused);
        Assert.Equal("OperationOutcome", outcome["resourceType"]!.GetValue<string>());
        Assert.Equal(
            ["Bundle.entry[1].resource.author", "Bundle.entry[2].resource"],
            outcome["issue"]!.AsArray().Select(issue => issue!["expression"]![0]!.GetValue<string>())
        );
        Assert.Empty(before);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("transaction-response", kept["type"]!.GetValue<string>());
        Assert.Equal(kept.ToJsonString(), again.ToJsonString());
        var numbers = (await KeptAsync("transaction saine"))
            .Select(one => int.Parse(one.Number[^6..]))
            .Order();
        Assert.Equal(2, numbers.Count());
        Assert.Equal(numbers.First() + 1, numbers.Last());
        Assert.Equal(HttpStatusCode.Conflict, conflict);
        Assert.Equal("conflict", said["issue"]![0]!["code"]!.GetValue<string>());
        Assert.Empty(await KeptAsync("transaction nouvelle", "transaction changee"));
    }

    [Theory]
    [InlineData("{", 400)]
    [InlineData("[]", 400)]
    [InlineData("""{"resourceType":"Patient"}""", 400)]
    [InlineData("""{"resourceType":"Bundle","type":"searchset","entry":[{}]}""", 422)]
    [InlineData("""{"resourceType":"Bundle","type":"batch"}""", 400)]
    [InlineData("""{"resourceType":"Bundle","type":"batch","entry":[]}""", 400)]
    [InlineData("""{"resourceType":"Bundle","type":"batch","type":"transaction","entry":[{}]}""", 400)]
    [InlineData(
        """{"resourceType":"Bundle","type":"batch","identifier":{"value":"Zoé"},"entry":[{}]}""",
        422
    )]
    [InlineData("""{"resourceType":"Bundle","type":"transaction","entry":[1]}""", 400)]
    [InlineData(
        """{"resourceType":"Bundle","type":"transaction","entry":[{"fullUrl":"a b","resource":{},"request":{"method":"POST","url":"QuestionnaireResponse"}}]}""",
        422
    )]
    public async Task What_is_no_bundle_is_an_outcome(string json, int status)
    {
        var (answer, outcome) = await PostAsync(await Given.PartnerAsync(product), json);

        Assert.Equal(status, (int)answer);
        Assert.Equal("OperationOutcome", outcome["resourceType"]!.GetValue<string>());
        Assert.DoesNotContain("Zo", outcome.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hundred_and_one_are_too_many_and_a_stranger_brings_none()
    {
        var good = await ResponseAsync("x");
        var many = Bundle("batch", [.. Enumerable.Repeat(Entry(good), 101)]);

        var (tooMany, outcome) = await PostAsync(await Given.PartnerAsync(product), many);
        var (stranger, _) = await PostAsync(product.CreateClient(), many);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, tooMany);
        Assert.Equal("too-costly", outcome["issue"]![0]!["code"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.Unauthorized, stranger);
    }

    private static JsonNode Issue(JsonNode entry) => entry["response"]!["outcome"]!["issue"]![0]!;

    private static string Closed(int depth) => string.Concat(Enumerable.Repeat("]}", depth));

    private static string Bundle(string type, params IReadOnlyList<string> entries) =>
        $$"""{"resourceType":"Bundle","type":"{{type}}","entry":[{{string.Join(',', entries)}}]}""";

    private static string Entry(string resource, string? fullUrl = null)
    {
        var name = fullUrl is null ? "" : $"\"fullUrl\":\"{fullUrl}\",";
        return $$$"""{{{{name}}}"resource":{{{resource}}},"request":{"method":"POST","url":"QuestionnaireResponse"}}""";
    }

    /// <param name="more">Members that come first.</param>
    private async Task<string> ResponseAsync(string text, string more = "")
    {
        using var answer = await product.CreateClient().GetAsync($"{Root}/Questionnaire/retour");
        var questionnaire = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        var words =
            text.Length == 0 ? "" : $$$""",{"linkId":"recit","answer":[{"valueString":"{{{text}}}"}]}""";
        return $$$"""
            {"resourceType":"QuestionnaireResponse",{{{more}}}"questionnaire":"{{{questionnaire[
                "url"
            ]}}}","status":"completed","item":[
            {"linkId":"note","answer":[{"valueCoding":{"code":"good"}}]},
            {"linkId":"partie","answer":[{"valueCoding":{"code":"agenda"}}]}{{{words}}}]}
            """;
    }

    private Task<List<UserFeedback>> KeptAsync(params string[] words) =>
        product.ReadAsync(async db =>
            (await db.Set<UserFeedback>().AsNoTracking().ToListAsync()).FindAll(one =>
                words.Any(word => one.Keywords.StartsWith(word, StringComparison.Ordinal))
            )
        );

    private static async Task<(HttpStatusCode Status, JsonObject Body)> PostAsync(
        HttpClient client,
        string bundle,
        string? name = null
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Root)
        {
            Content = new StringContent(bundle, Encoding.UTF8, "application/fhir+json"),
        };
        if (name is not null)
        {
            request.Headers.Add("Idempotency-Key", name);
        }

        using var answer = await client.SendAsync(request);
        Assert.Equal("application/fhir+json", answer.Content.Headers.ContentType?.MediaType);
        return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsObject());
    }
}
