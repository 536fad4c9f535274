using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using Deliberation.Testing;
using Deliberation.Web.Features.Respond.Feedback;
using Microsoft.EntityFrameworkCore;
using UserFeedback = Deliberation.Domain.Respond.Feedback.Feedback;

namespace Deliberation.Web.Tests.Respond.Feedback;

/// <summary>A real server process, killed while programs bring feedback in, alone and in batches.</summary>
public sealed class KilledIntakeTests
{
    private const int Programs = 8;

    [Fact]
    public async Task What_was_acknowledged_is_there_once_and_nothing_is_half_written()
    {
        if (Product.IsPostgres)
        {
            return; // The running product of this test keeps its data in a file.
        }

        using var running = new RunningProduct(
            new Dictionary<string, string> { ["Feedback__PerKeyPerMinute"] = "1000000" }
        );
        await running.StartAsync();
        using var backstage = new Backstage(running);
        using var client = new HttpClient { BaseAddress = running.Address };
        client.DefaultRequestHeaders.Authorization = new("Bearer", await Given.PartnerKeyAsync(backstage));
        var acknowledged = new ConcurrentDictionary<string, string>();
        var unheard = new ConcurrentBag<int>();

        var programs = Enumerable
            .Range(0, Programs)
            .Select(i => SendUntilTheLineBreaksAsync(client, i, acknowledged, unheard))
            .ToList();
        await Patience.UntilAsync(() => acknowledged.Count > 300, seconds: 60);
        running.Kill();
        await Task.WhenAll(programs);
        var heard = acknowledged.Count;
        await running.StartAsync();
        foreach (var sending in unheard)
        {
            await SendAsync(client, sending, acknowledged);
        }

        Assert.True(heard > 20, $"Only {heard} were acknowledged.");
        await EverythingIsThereOnceAsync(backstage, acknowledged);
    }

    private static async Task SendUntilTheLineBreaksAsync(
        HttpClient client,
        int program,
        ConcurrentDictionary<string, string> acknowledged,
        ConcurrentBag<int> unheard
    )
    {
        for (var sending = program; ; sending += Programs)
        {
            try
            {
                await SendAsync(client, sending, acknowledged);
            }
            catch (Exception broken) when (broken is HttpRequestException or IOException)
            {
                unheard.Add(sending); // a program that heard nothing sends again
                return;
            }
        }
    }

    // One in four is a batch of ten.
    private static async Task SendAsync(
        HttpClient client,
        int sending,
        ConcurrentDictionary<string, string> acknowledged
    )
    {
        var isBatch = sending % 4 == 0;
        var texts = Enumerable.Range(0, isBatch ? 10 : 1).Select(i => $"Envoi {sending} sur {i}").ToList();
        var items = texts
            .Select(text => new
            {
                mark = 3,
                part = "agenda",
                text,
            })
            .ToList();
        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            isBatch ? "/api/v1/feedback/batch" : "/api/v1/feedback"
        )
        {
            Content = isBatch ? JsonContent.Create(new { items }) : JsonContent.Create(items[0]),
        };
        request.Headers.Add("Idempotency-Key", $"envoi-{sending}");
        using var answer = await client.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        var kept = isBatch
            ? body.GetProperty("results").EnumerateArray().Select(one => one.GetProperty("feedback"))
            : [body];
        foreach (var (text, one) in texts.Zip(kept))
        {
            acknowledged[text] = one.GetProperty("number").GetString()!;
        }
    }

    private static async Task EverythingIsThereOnceAsync(
        Backstage backstage,
        ConcurrentDictionary<string, string> acknowledged
    )
    {
        var kept = await backstage.ReadAsync(db => db.Set<UserFeedback>().AsNoTracking().ToListAsync());
        var last = await backstage.ReadAsync(db =>
            db.Set<FeedbackYear>().Select(year => year.Last).SingleAsync()
        );

        Assert.Equal(
            acknowledged.OrderBy(pair => pair.Key).Select(pair => (pair.Key, pair.Value)),
            kept.OrderBy(one => one.Answers.Text.Value).Select(one => (one.Answers.Text.Value, one.Number))
        );
        Assert.All(kept, one => Assert.Single(one.Steps));
        Assert.Equal(Enumerable.Range(1, last), kept.Select(one => int.Parse(one.Number[^6..])).Order());
        Assert.Equal(last, await backstage.ReadAsync(db => db.Set<IntakeKey>().CountAsync()));
    }
}
