using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Deliberation.Domain.Respond.Feedback;
using Deliberation.Testing;
using Microsoft.EntityFrameworkCore;
using UserFeedback = Deliberation.Domain.Respond.Feedback.Feedback;

namespace Deliberation.Web.Tests.Respond.Feedback;

/// <summary>The FHIR door, held against the Questionnaire it publishes.</summary>
public sealed class FhirTests(Product product) : IClassFixture<Product>
{
    private const string Root = "/api/v1/fhir";

    [Fact]
    public async Task The_door_says_what_it_can_do_and_asks_the_questions_of_the_form_in_both_languages()
    {
        var capability = await ReadAsync($"{Root}/metadata");
        var questionnaire = await QuestionnaireAsync();

        Assert.Equal("4.0.1", capability["fhirVersion"]?.GetValue<string>());
        Assert.Equal("CapabilityStatement", capability["resourceType"]?.GetValue<string>());
        var items = questionnaire["item"]!.AsArray();
        Assert.Equal(9, items.Count);
        Assert.Equal("Comment trouvez-vous votre espace santé ?", Plain(items[0]!["text"]!));
        Assert.Equal(
            "How do you find your health space?",
            items[0]!["_text"]!["extension"]![0]!["extension"]![1]!["valueString"]!.GetValue<string>()
        );
        Assert.Equal(5, items[0]!["answerOption"]!.AsArray().Count);
    }

    [Fact]
    public async Task Every_published_choice_of_every_question_is_received_and_masked()
    {
        var client = await Given.PartnerAsync(product);
        var questionnaire = await QuestionnaireAsync();
        var items = questionnaire["item"]!.AsArray();
        for (var round = 0; round < 8; round++)
        {
            var (answer, body) = await PostAsync(client, Answered(questionnaire, round));

            Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
            Assert.Equal("application/fhir+json", answer.Content.Headers.ContentType?.MediaType);
            var number = body["id"]!.GetValue<string>();
            Assert.EndsWith(
                $"/QuestionnaireResponse/{number}",
                answer.Headers.Location?.OriginalString,
                StringComparison.Ordinal
            );
            var kept = await KeptAsync(number);
            Assert.Equal(Door.Fhir, kept.Door);
            Assert.Equal(1 + (round % 5), (int)kept.Answers.Mark);
            Assert.Equal(1 + round, (int)kept.Answers.Part);
            Assert.Contains(
                "[numéro de téléphone masqué]",
                kept.Answers.Text.Value,
                StringComparison.Ordinal
            );
            Assert.Equal("35", kept.Answers.Departement);
            var code = body["extension"]![0]!["valueString"]!.GetValue<string>();
            Assert.Equal(
                HttpStatusCode.OK,
                (await product.Browse().GoAsync($"/retours/suivre/{code}")).Status
            );
        }

        Assert.Equal(9, items.Count);
    }

    [Theory]
    [InlineData("subject", """{"reference":"Patient/185057800608436"}""", 422, "business-rule")]
    [InlineData("author", """{"display":"Zoé"}""", 422, "business-rule")]
    [InlineData("source", """{"display":"Zoé"}""", 422, "business-rule")]
    [InlineData("encounter", """{"reference":"Encounter/1"}""", 422, "business-rule")]
    [InlineData("identifier", """{"value":"185057800608436"}""", 422, "business-rule")]
    [InlineData("basedOn", """[{"reference":"CarePlan/1"}]""", 422, "business-rule")]
    [InlineData("partOf", """[{"reference":"Procedure/1"}]""", 422, "business-rule")]
    [InlineData("contained", """[{"resourceType":"Patient"}]""", 422, "business-rule")]
    [InlineData("text", """{"status":"generated","div":"<div>Zoé</div>"}""", 422, "business-rule")]
    [InlineData("extension", """[{"url":"x","valueString":"Zoé"}]""", 422, "extension")]
    [InlineData("modifierExtension", """[{"url":"x"}]""", 422, "extension")]
    [InlineData("_status", """{"extension":[{"url":"x"}]}""", 422, "extension")]
    [InlineData("meta", """{"tag":[{"display":"Zoé"}]}""", 400, "structure")]
    [InlineData("Zoé", "1", 400, "structure")]
    [InlineData("status", "\"in-progress\"", 422, "value")]
    [InlineData("id", "\"185057800608436\"", 422, "value")]
    [InlineData("questionnaire", "\"https://ailleurs.example/Questionnaire/1\"", 422, "not-supported")]
    [InlineData("resourceType", "\"Patient\"", 400, "structure")]
    [InlineData("item", "[{\"linkId\":\"nom\",\"answer\":[{\"valueString\":\"Zoé\"}]}]", 422, "code-invalid")]
    [InlineData(
        "item",
        "[{\"linkId\":\"note\",\"answer\":[{\"valueCoding\":{\"code\":\"best\"}}]}]",
        422,
        "code-invalid"
    )]
    [InlineData(
        "item",
        "[{\"linkId\":\"recit\",\"answer\":[{\"valueString\":\"Zoé\",\"extension\":[]}]}]",
        422,
        "extension"
    )]
    [InlineData("item", "[{\"linkId\":\"recit\",\"item\":[]}]", 400, "structure")]
    [InlineData(
        "item",
        "[{\"linkId\":\"recit\",\"answer\":[{\"valueReference\":{\"display\":\"Zoé\"}}]}]",
        400,
        "structure"
    )]
    [InlineData("item", "[]", 422, "business-rule")]
    public async Task What_is_not_of_the_subset_is_refused_and_never_said_back(
        string name,
        string value,
        int status,
        string kind
    )
    {
        var before = await product.ReadAsync(db => db.Set<UserFeedback>().CountAsync());
        var resource = Answered(await QuestionnaireAsync(), 0);
        resource[name] = JsonNode.Parse(value);

        var (answer, outcome) = await PostAsync(await Given.PartnerAsync(product), resource);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/fhir+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("OperationOutcome", outcome["resourceType"]!.GetValue<string>());
        var issue = outcome["issue"]![0]!;
        Assert.Equal(
            ("error", kind),
            (issue["severity"]!.GetValue<string>(), issue["code"]!.GetValue<string>())
        );
        Assert.NotEmpty(issue["diagnostics"]!.GetValue<string>());
        Assert.DoesNotContain("Zoé", outcome.ToJsonString(Readable), StringComparison.Ordinal);
        Assert.DoesNotContain("185057800608436", outcome.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(before, await product.ReadAsync(db => db.Set<UserFeedback>().CountAsync()));
    }

    [Fact]
    public async Task A_thousand_items_beside_or_inside_one_another_are_refused_at_once()
    {
        var client = await Given.PartnerAsync(product);
        var questionnaire = await QuestionnaireAsync();
        var beside = Answered(questionnaire, 0);
        beside["item"] = new JsonArray([
            .. Enumerable.Range(0, 1_000).Select(_ => (JsonNode)new JsonObject { ["linkId"] = "recit" }),
        ]);
        var inside = string.Concat(Enumerable.Repeat("{\"linkId\":\"recit\",\"item\":[", 1_000));
        var clock = System.Diagnostics.Stopwatch.StartNew();

        var (wide, _) = await PostAsync(client, beside);
        var (deep, outcome) = await PostAsync(
            client,
            $"{{\"resourceType\":\"QuestionnaireResponse\",\"item\":[{inside}"
        );

        Assert.Equal(422, (int)wide.StatusCode);
        Assert.Equal(400, (int)deep.StatusCode);
        Assert.Equal("OperationOutcome", outcome["resourceType"]!.GetValue<string>());
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 5);
    }

    [Fact]
    public async Task Entered_in_error_takes_back_what_the_same_key_brought_and_leaves_a_tombstone()
    {
        var client = await Given.PartnerAsync(product);
        var (_, created) = await PostAsync(client, Answered(await QuestionnaireAsync(), 1));
        var number = created["id"]!.GetValue<string>();
        var error =
            $$"""{"resourceType":"QuestionnaireResponse","id":"{{number}}","status":"entered-in-error"}""";

        var stranger = await PutAsync(await Given.PartnerAsync(product), number, error);
        var other = await PutAsync(
            client,
            number,
            error.Replace(number, "RU-2000-000001", StringComparison.Ordinal)
        );
        var taken = await PutAsync(client, number, error);
        var (again, _) = await PostAsync(client, error);

        Assert.Equal(HttpStatusCode.NotFound, stranger);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other);
        Assert.Equal(HttpStatusCode.OK, taken);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        var kept = await KeptAsync(number);
        Assert.Equal(FeedbackStage.Withdrawn, kept.Stage);
        Assert.False(kept.Answers.SaySomething);
    }

    [Fact]
    public async Task Every_error_of_the_door_is_an_outcome()
    {
        var noKey = await PostAsync(product.CreateClient(), "{}");
        using var form = new StringContent(
            "a=b",
            System.Text.Encoding.UTF8,
            "application/x-www-form-urlencoded"
        );
        using var wrongKind = await (await Given.PartnerAsync(product)).PostAsync(
            $"{Root}/QuestionnaireResponse",
            form
        );
        using var nowhere = await product.CreateClient().GetAsync($"{Root}/Patient/1");

        Assert.Equal(HttpStatusCode.Unauthorized, noKey.Answer.StatusCode);
        Assert.Equal("login", noKey.Body["issue"]![0]!["code"]!.GetValue<string>());
        foreach (var (answer, status) in new[] { (wrongKind, 415), (nowhere, 404) })
        {
            Assert.Equal(status, (int)answer.StatusCode);
            var outcome = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
            Assert.Equal("OperationOutcome", outcome["resourceType"]!.GetValue<string>());
        }
    }

    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>A response made from the published questionnaire alone: each choice in its turn.</summary>
    private static JsonObject Answered(JsonObject questionnaire, int round) =>
        new()
        {
            ["resourceType"] = "QuestionnaireResponse",
            ["meta"] = new JsonObject { ["profile"] = new JsonArray("https://example.org/profil") },
            ["questionnaire"] = $"{questionnaire["url"]}|{questionnaire["version"]}",
            ["status"] = "completed",
            ["authored"] = "2026-11-23T10:00:00+01:00",
            ["item"] = new JsonArray([
                .. questionnaire["item"]!.AsArray().Select(item => (JsonNode)AnsweredItem(item!, round)),
            ]),
        };

    private static JsonObject AnsweredItem(JsonNode question, int round)
    {
        var options = question["answerOption"]?.AsArray();
        var value = options is not null
            ? new JsonObject
            {
                ["valueCoding"] = new JsonObject
                {
                    ["system"] = options[round % options.Count]!["valueCoding"]!["system"]!.DeepClone(),
                    ["code"] = options[round % options.Count]!["valueCoding"]!["code"]!.DeepClone(),
                },
            }
            : new JsonObject
            {
                ["valueString"] =
                    question["type"]!.GetValue<string>() == "text" ? "Appelez le 06 12 34 56 78." : "35",
            };
        return new JsonObject
        {
            ["linkId"] = question["linkId"]!.DeepClone(),
            ["answer"] = new JsonArray(value),
        };
    }

    private Task<UserFeedback> KeptAsync(string number) =>
        product.ReadAsync(db =>
            db.Set<UserFeedback>().AsNoTracking().SingleAsync(one => one.Number == number)
        );

    private static string Plain(JsonNode text) =>
        text.GetValue<string>().Replace('\u00A0', ' ').Replace('\u202F', ' ');

    private async Task<JsonObject> QuestionnaireAsync() => await ReadAsync($"{Root}/Questionnaire/retour");

    private async Task<JsonObject> ReadAsync(string address)
    {
        using var answer = await product.CreateClient().GetAsync(address);
        Assert.Equal("application/fhir+json", answer.Content.Headers.ContentType?.MediaType);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsObject();
    }

    private static Task<(HttpResponseMessage Answer, JsonObject Body)> PostAsync(
        HttpClient client,
        JsonObject resource
    ) => PostAsync(client, resource.ToJsonString());

    private static async Task<(HttpResponseMessage Answer, JsonObject Body)> PostAsync(
        HttpClient client,
        string resource
    )
    {
        using var body = new StringContent(resource, System.Text.Encoding.UTF8, "application/fhir+json");
        var answer = await client.PostAsync($"{Root}/QuestionnaireResponse", body);
        return (answer, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsObject());
    }

    private static async Task<HttpStatusCode> PutAsync(HttpClient client, string number, string resource)
    {
        using var body = new StringContent(resource, System.Text.Encoding.UTF8, "application/fhir+json");
        using var answer = await client.PutAsync($"{Root}/QuestionnaireResponse/{number}", body);
        return answer.StatusCode;
    }
}
