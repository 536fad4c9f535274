using System.Diagnostics;
using Deliberation.Domain.Respond.Feedback;
using Deliberation.Domain.Respond.Feedback.Meaning;
using Deliberation.Testing;
using Deliberation.Web.Features.Respond.Feedback.Meaning;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Feedback = Deliberation.Domain.Respond.Feedback.Feedback;

namespace Deliberation.Bench.Meaning;

/// <summary>
/// How long the service takes to say what public feedbacks have in common, as more and more of them are there: the
/// product's own round, on its own file, one core.
/// </summary>
internal sealed class SubjectSpeed(Options options)
{
    private const int AtOnce = 1_000;

    private static readonly Guid Moderator = Guid.CreateVersion7();

    private readonly int feedbacks = Math.Clamp(options.Int("feedbacks", 100_000), 1_000, 1_000_000);
    private readonly int step = Math.Clamp(options.Int("step", 10_000), AtOnce, 1_000_000);
    private readonly HeardWords words = new(options.Int("seed", 1));
    private int given;

    public async Task RunAsync()
    {
        using var product = new Product();
        var round = product.Services.GetRequiredService<PlacingRound>();
        var memory = new ProcessMeter(Environment.ProcessId);
        Console.WriteLine(
            $"load average {File.ReadAllText("/proc/loadavg").Split(' ')[0]} before; {memory.MegabytesNow:0} MB"
        );
        var total = TimeSpan.Zero;
        while (given < feedbacks)
        {
            var some = Math.Min(step, feedbacks - given);
            await GiveAsync(product, some);
            var cpu = new ProcessMeter(Environment.ProcessId);
            var clock = Stopwatch.StartNew();
            await round.PlaceAsync(CancellationToken.None);
            total += clock.Elapsed;
            var subjects = await product.ReadAsync(db => db.Set<Subject>().CountAsync());
            var placed = await product.ReadAsync(db =>
                db.Set<Reading>().CountAsync(reading => reading.SubjectId != null)
            );
            Console.WriteLine(
                $"{given, 8} feedbacks: {clock.Elapsed.TotalMilliseconds / some:0.00} ms each ({cpu.CpuMilliseconds / some:0.00} ms of processor), "
                    + $"{subjects} subjects hold {placed}; {memory.MegabytesNow:0} MB"
            );
        }

        Console.WriteLine(
            $"all in {total.TotalSeconds:0} s, {total.TotalMilliseconds / given:0.00} ms each; {memory.MegabytesAtMost:0} MB at most; "
                + $"load average {File.ReadAllText("/proc/loadavg").Split(' ')[0]} after"
        );
    }

    // Kept as the product keeps them, without the telling of events, which is not measured here.
    private async Task GiveAsync(Product product, int some)
    {
        foreach (var chunk in Enumerable.Range(given, some).Chunk(AtOnce))
        {
            var things = chunk.Select(Published).ToList();
            await product.KeepAsync([
                .. things,
                .. things.Select(feedback => new FeedbackToRead
                {
                    Id = Guid.CreateVersion7(),
                    FeedbackId = feedback.Id,
                }),
            ]);
        }

        given += some;
    }

    private Feedback Published(int rank)
    {
        var at = DateTimeOffset.UnixEpoch.AddYears(55).AddMinutes(rank);
        var feedback = Feedback.Receive(
            new Arrival(Guid.CreateVersion7(at), FeedbackNumber.Of(2_000, rank), Door.Form, "fr"),
            FollowCode.From(BitConverter.GetBytes((rank + 1L) * 6_364_136_223_846_793_005L)),
            new Answers
            {
                Mark = Mark.Bad,
                Part = Part.Other,
                Text = MaskedText.AsKept(words.Next()),
            },
            at
        );
        feedback.Publish(Moderator, at);
        feedback.TakeEvents();
        return feedback;
    }
}
