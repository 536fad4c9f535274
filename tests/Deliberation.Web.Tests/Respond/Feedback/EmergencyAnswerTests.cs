using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Deliberation.Testing;

namespace Deliberation.Web.Tests.Respond.Feedback;

/// <summary>An author in danger is told whom to call, also when a program speaks for them.</summary>
public sealed class EmergencyAnswerTests(Product product) : IClassFixture<Product>
{
    private const string Api = "/api/v1/feedback";
    private const string Fhir = "/api/v1/fhir";

    private static readonly string[] Numbers = ["15", "112", "114", "3114"];

    [Fact]
    public async Task Json_tells_the_numbers_in_the_language_of_the_feedback_and_again_to_a_repeat()
    {
        var client = await Given.PartnerAsync(product);
        const string Body = """{"mark":1,"part":"help","text":"I want to kill myself.","language":"en"}""";

        var first = await PostAsync(client, Api, Body, "danger-1");
        var again = await PostAsync(client, Api, Body, "danger-1");
        var calm = await PostAsync(client, Api, """{"mark":1,"part":"help","text":"Trop lent."}""", "calme");

        var emergency = first["emergency"]!;
        Assert.StartsWith("What you write worries us.", Word(emergency["message"]), StringComparison.Ordinal);
        var numbers = emergency["numbers"]!.AsArray();
        Assert.Equal(Numbers, numbers.Select(one => Word(one!["number"])));
        Assert.Equal(
            ["tel:15", "tel:112", "sms:114", "tel:3114"],
            numbers.Select(one => Word(one!["address"]))
        );
        Assert.Equal("if you think of suicide", Word(numbers[3]!["for"]));
        Assert.Equal(first.ToJsonString(), again.ToJsonString());
        Assert.False(calm.AsObject().ContainsKey("emergency"));
    }

    [Fact]
    public async Task In_a_batch_each_item_has_its_own()
    {
        const string Body = """
            {"items":[
              {"mark":4,"part":"agenda","text":"Simple et clair."},
              {"mark":1,"part":"help","text":"J’ai envie d’en finir."}
            ]}
            """;

        var answer = await PostAsync(await Given.PartnerAsync(product), $"{Api}/batch", Body, "lot");

        var results = answer["results"]!.AsArray();
        Assert.Null(results[0]!["feedback"]!["emergency"]);
        Assert.Equal(4, results[1]!["feedback"]!["emergency"]!["numbers"]!.AsArray().Count);
    }

    [Fact]
    public async Task Fhir_tells_them_in_an_extension_and_again_to_a_repeat()
    {
        var client = await Given.PartnerAsync(product);
        var danger = await ResponseAsync("J’ai envie d’en finir.");

        var first = await PostAsync(client, $"{Fhir}/QuestionnaireResponse", danger, "danger-2");
        var again = await PostAsync(client, $"{Fhir}/QuestionnaireResponse", danger, "danger-2");

        AssertTells(first);
        Assert.Equal(first.ToJsonString(), again.ToJsonString());
    }

    [Theory]
    [InlineData("batch")]
    [InlineData("transaction")]
    public async Task In_a_bundle_each_entry_has_its_own(string type)
    {
        var entries = new JsonArray();
        foreach (var text in new[] { "Simple et clair.", "J’ai envie d’en finir." })
        {
            entries.Add(
                new JsonObject
                {
                    ["resource"] = JsonNode.Parse(await ResponseAsync(text)),
                    ["request"] = new JsonObject { ["method"] = "POST", ["url"] = "QuestionnaireResponse" },
                }
            );
        }

        var bundle = new JsonObject
        {
            ["resourceType"] = "Bundle",
            ["type"] = type,
            ["entry"] = entries,
        };

        var client = await Given.PartnerAsync(product);
        var answer = await PostAsync(client, Fhir, bundle.ToJsonString(), type);

        var known = answer["entry"]!.AsArray();
        Assert.Single(known[0]!["resource"]!["extension"]!.AsArray());
        AssertTells(known[1]!["resource"]!);
    }

    private static void AssertTells(JsonNode response)
    {
        var told = response["extension"]!
            .AsArray()
            .Single(one =>
                Word(one!["url"]).EndsWith("/StructureDefinition/emergency", StringComparison.Ordinal)
            )!["extension"]!.AsArray();
        Assert.Equal("message", Word(told[0]!["url"]));
        var contacts = told.Skip(1).Select(one => one!["extension"]![0]!["valueContactPoint"]!).ToList();
        Assert.Equal(Numbers, contacts.Select(one => Word(one["value"])));
        Assert.Equal(["phone", "phone", "sms", "phone"], contacts.Select(one => Word(one["system"])));
    }

    private async Task<string> ResponseAsync(string text)
    {
        var questionnaire = await product
            .CreateClient()
            .GetFromJsonAsync<JsonElement>($"{Fhir}/Questionnaire/retour");
        return $$"""
            {
              "resourceType": "QuestionnaireResponse",
              "questionnaire": "{{questionnaire.GetProperty("url").GetString()}}",
              "status": "completed",
              "item": [
                { "linkId": "note", "answer": [{ "valueCoding": { "code": "bad" } }] },
                { "linkId": "partie", "answer": [{ "valueCoding": { "code": "help" } }] },
                { "linkId": "recit", "answer": [{ "valueString": "{{text}}" }] }
              ]
            }
            """;
    }

    private static async Task<JsonNode> PostAsync(HttpClient client, string address, string json, string name)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new StringContent(json, Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("Idempotency-Key", name);
        using var answer = await client.SendAsync(request);
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, body);
        return JsonNode.Parse(body)!;
    }

    private static string Word(JsonNode? node) => node!.GetValue<string>();
}
