using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using CsvHelper;
using Deliberation.Testing;
using Deliberation.Web.Features.Verify.OpenData;
using Answer = Deliberation.Web.Features.Respond.Tracking.Answer;

namespace Deliberation.Web.Tests.Respond.Tracking;

public sealed class TreatmentFilesTests(Product product) : IClassFixture<Product>
{
    private const string Formula = "=HYPERLINK(\"https://example.org\"; \"cliquez, vite\")\n@SUM(1)";

    [Fact]
    public async Task The_csv_reads_back_and_no_cell_is_a_formula()
    {
        var followed = await Given.FollowedOpinionAsync(product);
        await product.SendAsync(
            new Answer.Command(
                followed.Agent,
                followed.Proposition(1),
                Given.Answer() with
                {
                    Reason = Formula,
                }
            )
        );

        var page = await product.Browse().GoAsync($"/suivi/{followed.Opinion.Slug}.csv");

        var rows = Read(page.Text);
        Assert.Equal(3, rows.Count);
        Assert.Equal("'" + Formula, rows[0]["reason"]);
        Assert.Equal("in_progress", rows[0]["category"]);
        Assert.Equal("false", rows[0]["late"]);
        Assert.Equal("", rows[1]["status"]);
        Assert.Equal("text/csv", page.Response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task The_header_is_the_one_that_is_documented()
    {
        var page = await product.Browse().GoAsync("/suivi.csv");

        var header = page.Text.Split("\r\n")[0];
        Assert.Equal(string.Join(',', TreatmentSchema.Fields.Select(field => field.Name)), header);
    }

    [Fact]
    public async Task The_csv_list_takes_the_filters_of_the_page()
    {
        var followed = await Given.FollowedOpinionAsync(product, propositions: 5);

        var page = await product.Browse().GoAsync($"/suivi.csv?avis={followed.Opinion.Slug}&theme=acces");

        Assert.Equal(2, Read(page.Text).Count);
    }

    [Fact]
    public async Task The_json_of_an_opinion_holds_every_answer()
    {
        var followed = await Given.FollowedOpinionAsync(product, propositions: 1);
        await product.SendAsync(new Answer.Command(followed.Agent, followed.Proposition(1), Given.Answer()));
        await product.SendAsync(
            new Answer.Command(followed.Agent, followed.Proposition(1), Given.Answer("declined"))
        );

        var page = await product.Browse().GoAsync($"/suivi/{followed.Opinion.Slug}.json");

        var proposition = JsonDocument.Parse(page.Text).RootElement.GetProperty("propositions")[0];
        Assert.Equal("declined", proposition.GetProperty("treatment").GetProperty("status").GetString());
        Assert.Equal(2, proposition.GetProperty("history").GetArrayLength());
    }

    [Theory]
    [InlineData("/suivi.csv")]
    [InlineData("/registre.jsonl")]
    [InlineData("/api/v1/treatments")]
    public async Task Data_that_did_not_change_are_not_sent_again(string address)
    {
        var followed = await Given.FollowedOpinionAsync(product);
        var browser = product.Browse();
        var tag = (await browser.GoAsync(address)).Response.Headers.ETag!;

        var same = await AskAsync(browser, address, tag);
        await product.SendAsync(new Answer.Command(followed.Agent, followed.Proposition(1), Given.Answer()));
        var changed = await AskAsync(browser, address, tag);

        Assert.Equal((HttpStatusCode.NotModified, HttpStatusCode.OK), (same, changed));
    }

    [Fact]
    public async Task The_api_gives_pages_and_refuses_what_makes_no_sense_with_a_problem_document()
    {
        var followed = await Given.FollowedOpinionAsync(product, propositions: 5);
        var browser = product.Browse();

        var page = await browser.GoAsync($"/api/v1/treatments?avis={followed.Opinion.Slug}&taille=2&p=3");
        var wrong = await browser.GoAsync("/api/v1/treatments?taille=0");
        var unreadable = await browser.GoAsync("/api/v1/treatments?p=abc");
        var absent = await browser.GoAsync("/api/v1/opinions/nulle-part/treatments");
        var nowhere = await browser.GoAsync("/api/v1/rien");

        var root = JsonDocument.Parse(page.Text).RootElement;
        Assert.Equal(
            (5, 3, 1),
            (
                root.GetProperty("total").GetInt32(),
                root.GetProperty("pages").GetInt32(),
                root.GetProperty("treatments").GetArrayLength()
            )
        );
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        Assert.Equal(HttpStatusCode.BadRequest, unreadable.Status);
        Assert.All(
            [wrong, unreadable, absent, nowhere],
            answer =>
                Assert.Equal(
                    "application/problem+json",
                    answer.Response.Content.Headers.ContentType?.MediaType
                )
        );
    }

    [Fact]
    public async Task The_api_describes_itself()
    {
        var page = await product.Browse().GoAsync("/api/v1/openapi.json");

        var paths = JsonDocument.Parse(page.Text).RootElement.GetProperty("paths");
        Assert.True(paths.TryGetProperty("/api/v1/treatments", out _));
    }

    [Fact]
    public async Task The_data_page_documents_every_column()
    {
        var page = await product.Browse().GoAsync("/donnees?langue=en");
        var schema = await product.Browse().GoAsync("/donnees/schemas/suivi.json");

        Assert.All(
            TreatmentSchema.Fields,
            field => Assert.Contains(field.Name, page.Words, StringComparison.Ordinal)
        );
        Assert.Equal(
            TreatmentSchema.Fields.Count,
            JsonDocument.Parse(schema.Text).RootElement.GetProperty("fields").GetArrayLength()
        );
    }

    private static List<Dictionary<string, string>> Read(string text)
    {
        using var reader = CsvReader.Create(Encoding.UTF8.GetBytes(text));
        return
        [
            .. reader
                .GetRecords<dynamic>()
                .Select(record =>
                    ((CsvDynamicRecord)record)
                        .ToDictionary()
                        .ToDictionary(cell => cell.Key, cell => cell.Value ?? "", StringComparer.Ordinal)
                ),
        ];
    }

    private static async Task<HttpStatusCode> AskAsync(
        Browser browser,
        string address,
        EntityTagHeaderValue tag
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.IfNoneMatch.Add(tag);
        using var answer = await browser.Client.SendAsync(request);
        return answer.StatusCode;
    }
}
