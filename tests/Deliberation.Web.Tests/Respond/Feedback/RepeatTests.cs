using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Deliberation.Testing;
using Deliberation.Web.Features.Respond.Feedback;
using Deliberation.Web.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UserFeedback = Deliberation.Domain.Respond.Feedback.Feedback;

namespace Deliberation.Web.Tests.Respond.Feedback;

/// <summary>A program that heard no answer sends again: what it sent is kept once.</summary>
public sealed class RepeatTests(Product product) : IClassFixture<Product>
{
    [Fact]
    public async Task The_same_name_and_document_are_answered_the_same_also_after_a_restart()
    {
        var key = await Given.PartnerKeyAsync(product);
        var first = await GiveAsync(product, key, "envoi-1", "Une fois.");
        var again = await GiveAsync(product, key, "\"envoi-1\"", "Une fois.");
        JsonElement afterwards;
        using (var restarted = new SameData(product))
        {
            afterwards = (await GiveAsync(restarted, key, "envoi-1", "Une fois.")).Body;
        }

        Assert.Equal(HttpStatusCode.Created, first.Status);
        Assert.Equal(HttpStatusCode.Created, again.Status);
        Assert.Equal(first.Body.ToString(), again.Body.ToString());
        Assert.Equal(first.Body.ToString(), afterwards.ToString());
        Assert.Equal(1, await CountAsync("Une fois."));
        var page = await product
            .Browse()
            .GoAsync($"/retours/suivre/{first.Body.GetProperty("code").GetString()}");
        Assert.Contains("Une fois.", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_name_with_another_document_is_409_and_neither_is_another_partners_business()
    {
        var key = await Given.PartnerKeyAsync(product);
        await GiveAsync(product, key, "envoi-2", "Premier texte.");

        var (status, problem) = await GiveAsync(product, key, "envoi-2", "Second texte.");
        var (elsewhere, _) = await GiveAsync(
            product,
            await Given.PartnerKeyAsync(product),
            "envoi-2",
            "Second texte."
        );

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains(
            "Idempotency-Key",
            problem.GetProperty("detail").GetString(),
            StringComparison.Ordinal
        );
        Assert.Equal(HttpStatusCode.Created, elsewhere);
        Assert.Equal(1, await CountAsync("Second texte."));
    }

    [Fact]
    public async Task Twenty_at_the_same_instant_are_kept_once_and_all_hear_the_same()
    {
        var key = await Given.PartnerKeyAsync(product);

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => GiveAsync(product, key, "envoi-3", "Tous ensemble."))
        );

        Assert.Single(answers.Select(answer => answer.Body.ToString()).Distinct());
        Assert.Equal(1, await CountAsync("Tous ensemble."));
    }

    [Fact]
    public async Task What_is_remembered_of_a_sending_is_forgotten_after_two_days()
    {
        var key = await Given.PartnerKeyAsync(product);
        var first = await GiveAsync(product, key, "envoi-4", "Un jour.");
        var clock = product.Services.GetRequiredService<InstanceClock>();
        var sweep = product.Services.GetRequiredService<IntakeSweep>();
        using (clock.At(DateTimeOffset.UtcNow.AddHours(47)))
        {
            await sweep.SweepAsync(CancellationToken.None);
        }

        var kept = await product.ReadAsync(db => db.Set<IntakeKey>().CountAsync());
        using (clock.At(DateTimeOffset.UtcNow.AddHours(49)))
        {
            await sweep.SweepAsync(CancellationToken.None);
        }

        Assert.True(kept > 0);
        Assert.Equal(0, await product.ReadAsync(db => db.Set<IntakeKey>().CountAsync()));
        var later = await GiveAsync(product, key, "envoi-4", "Un jour.");
        Assert.NotEqual(first.Body.ToString(), later.Body.ToString());
    }

    [Theory]
    [InlineData("deux mots")]
    [InlineData("é")]
    public async Task A_name_that_is_none_is_400(string name)
    {
        var (status, _) = await GiveAsync(product, await Given.PartnerKeyAsync(product), name, "Texte.");

        Assert.Equal(HttpStatusCode.BadRequest, status);
    }

    private static async Task<(HttpStatusCode Status, JsonElement Body)> GiveAsync(
        Product product,
        string key,
        string name,
        string text
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/feedback")
        {
            Content = JsonContent.Create(
                new
                {
                    mark = 3,
                    part = "apps",
                    text,
                }
            ),
        };
        request.Headers.Authorization = new("Bearer", key);
        request.Headers.TryAddWithoutValidation("Idempotency-Key", name);
        using var answer = await product.CreateClient().SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }

    private Task<int> CountAsync(string text) =>
        product.ReadAsync(async db =>
            (await db.Set<UserFeedback>().AsNoTracking().ToListAsync()).Count(one =>
                one.Answers.Text.Value == text
            )
        );

    /// <summary>The same service, started again on the same data.</summary>
    private sealed class SameData(Product first) : Product
    {
        protected override IReadOnlyDictionary<string, string> Settings =>
            first.ConnectionString is { } database
                ? new Dictionary<string, string>
                {
                    ["DataFolder"] = first.DataFolder,
                    ["ConnectionStrings:Deliberation"] = database,
                }
                : new Dictionary<string, string> { ["DataFolder"] = first.DataFolder };
    }
}
