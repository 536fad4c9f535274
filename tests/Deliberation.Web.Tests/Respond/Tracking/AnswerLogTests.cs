using System.Text.Json;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Testing;
using Deliberation.Web.Features.Verify.OpenData;
using Deliberation.Web.Platform;
using Microsoft.Extensions.DependencyInjection;
using Answer = Deliberation.Web.Features.Respond.Tracking.Answer;
using Suspend = Deliberation.Web.Features.Respond.Tracking.Suspend;

namespace Deliberation.Web.Tests.Respond.Tracking;

public sealed class AnswerLogTests(Product product) : IClassFixture<Product>
{
    [Fact]
    public async Task Every_answer_stays_in_the_file_of_answers()
    {
        var followed = await Given.FollowedOpinionAsync(product, propositions: 1);
        await GiveAsync(followed, Given.Answer());
        await GiveAsync(followed, Given.Answer("declined") with { After = 1, Corrects = 1 });

        var lines = await LinesAsync("/reponses.json", followed.Proposition(1));

        Assert.Equal(["in-progress-short", "declined"], lines.Select(line => Text(line, "status")));
        Assert.Equal("cost", Text(lines[1], "ground"));
        Assert.Equal(1, lines[1].GetProperty("corrects").GetInt32());
        Assert.EndsWith("/propositions/1#reponse-2", Text(lines[1], "address"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_suspension_and_what_it_holds_back_are_in_the_file_of_due_days()
    {
        var due = WorkingDays.DateInParis(DateTimeOffset.UtcNow).AddDays(60);
        var followed = await FollowedSinceAsync(due);
        var reference = followed.Proposition(1);
        using (product.Services.GetRequiredService<InstanceClock>().At(DateTimeOffset.UtcNow.AddDays(-14)))
        {
            await product.SendAsync(
                new Suspend.Command(followed.Agent, reference, "Un avis du Conseil d’État est attendu.")
            );
        }

        await product.SendAsync(new Suspend.Resumption(followed.Agent, reference));

        var lines = await LinesAsync("/echeances.json", reference);

        Assert.Equal(["first_answer", "suspended", "resumed"], lines.Select(line => Text(line, "cause")));
        Assert.Equal(Iso.Day(due), Text(lines[1], "held_on"));
        Assert.Null(Text(lines[1], "due_on"));
        Assert.True(string.CompareOrdinal(Iso.Day(due), Text(lines[2], "due_on")) < 0);
    }

    [Theory]
    [InlineData("reponses", "/reponses.csv")]
    [InlineData("echeances", "/echeances.csv")]
    [InlineData("retours", "/donnees/retours.csv")]
    [InlineData("retours-chiffres", "/donnees/retours-chiffres.csv")]
    [InlineData("sujets", "/donnees/sujets.csv")]
    public async Task The_header_is_the_one_that_its_schema_tells(string table, string file)
    {
        var csv = await product.Browse().GoAsync(file);
        using var schema = JsonDocument.Parse(
            (await product.Browse().GoAsync($"/donnees/schemas/{table}.json")).Text
        );

        var names = schema
            .RootElement.GetProperty("fields")
            .EnumerateArray()
            .Select(field => field.GetProperty("name").GetString());
        Assert.Equal(string.Join(',', names), csv.Text.Split("\r\n")[0]);
    }

    private async Task<FollowedOpinion> FollowedSinceAsync(DateOnly due)
    {
        using (product.Services.GetRequiredService<InstanceClock>().At(DateTimeOffset.UtcNow.AddDays(-20)))
        {
            return await Given.FollowedOpinionAsync(product, propositions: 1, dueOn: due);
        }
    }

    private Task<int> GiveAsync(FollowedOpinion followed, TreatmentAnswer answer) =>
        product.SendAsync(new Answer.Command(followed.Agent, followed.Proposition(1), answer));

    private async Task<IReadOnlyList<JsonElement>> LinesAsync(string address, string reference)
    {
        var page = await product.Browse().GoAsync(address);
        var lines = JsonDocument.Parse(page.Text).RootElement.GetProperty("lines");
        return [.. lines.EnumerateArray().Where(line => Text(line, "reference") == reference)];
    }

    private static string? Text(JsonElement line, string member) => line.GetProperty(member).GetString();
}
