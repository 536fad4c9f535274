using System.Diagnostics.Metrics;
using Deliberation.Domain.Assemble.Membership;
using Deliberation.Testing;
using Deliberation.Web.Features.Deliberate.Drafting;
using Deliberation.Web.Features.Deliberate.Drafting.Live;
using Deliberation.Web.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Deliberation.Web.Tests.Deliberate.Drafting.Live;

public sealed class LiveDocumentsTests(LiveDocumentsTests.Forgetful product)
    : IClassFixture<LiveDocumentsTests.Forgetful>
{
    [Fact]
    public async Task An_unused_text_leaves_the_memory_and_comes_back_as_it_was()
    {
        var room = await WritingRoom.OpenAsync(product);
        await using (var page = await room.PageAsync(SpaceRole.Member))
        {
            await page.WriteAsync("Gardé.");
            Assert.NotNull(Documents.Find(room.Document.Id));
        }

        await Patience.UntilAsync(() => Documents.Find(room.Document.Id) is null);
        await using var later = await room.PageAsync(SpaceRole.Member);

        Assert.Equal(("Gardé.", 1), (later.Text, later.Version));
    }

    [Fact]
    public async Task A_whole_text_is_kept_now_and_then_and_every_version_can_be_read()
    {
        var room = await WritingRoom.OpenAsync(product);
        await using var page = await room.PageAsync(SpaceRole.Member);
        for (var i = 0; i < 25; i++)
        {
            await page.WriteAsync($"{i % 10}");
        }

        var kept = await product.ReadAsync(db =>
            db.Set<Snapshot>()
                .Where(snapshot => snapshot.DocumentId == room.Document.Id)
                .OrderBy(snapshot => snapshot.Version)
                .ToListAsync()
        );

        Assert.Equal([10, 20], kept.Select(snapshot => snapshot.Version));
        foreach (var version in Enumerable.Range(0, 26))
        {
            Assert.Equal("0123456789012345678901234"[..version], await room.TextAsync(version));
        }
    }

    [Fact]
    public async Task A_base_no_longer_at_hand_is_read_from_the_log()
    {
        var room = await WritingRoom.OpenAsync(product);
        await using var page = await room.PageAsync(SpaceRole.Member);
        await using var slow = await room.PageAsync(SpaceRole.Member);
        for (var i = 0; i < 12; i++)
        {
            await page.WriteAsync($"{i % 10}");
        }

        var late = System.Text.Json.JsonElement.Parse("""[[[0,"Début "]]]""");
        var answer = await slow.SendRawAsync(0, "page-lente", 0, late);

        Assert.Equal(13, answer.Value);
        await page.UntilAsync(p => p.Version == 13);
        Assert.Equal(await room.TextAsync(), page.Text);
    }

    [Fact]
    public async Task A_clock_set_back_changes_nothing_in_the_order_of_changes()
    {
        var room = await WritingRoom.OpenAsync(product);
        var person = await room.WelcomeAsync();
        await product.SendAsync(new Write.Command(room.Document.Id, 0, "un", Write.NewKey(), person));

        using (product.Services.GetRequiredService<InstanceClock>().At(DateTimeOffset.UtcNow.AddHours(-2)))
        {
            await product.SendAsync(
                new Write.Command(room.Document.Id, 1, "un deux", Write.NewKey(), person)
            );
        }

        var kept = await room.ChangesAsync();
        Assert.Equal([1, 2], kept.Select(change => change.Version));
        Assert.True(kept[1].At < kept[0].At);
        Assert.Equal("un deux", await room.TextAsync());
    }

    [Fact]
    public async Task Those_who_run_the_service_can_count_texts_pages_changes_and_commits()
    {
        var seen = new System.Collections.Concurrent.ConcurrentDictionary<string, double>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, l) =>
            {
                if (instrument.Meter.Name == LiveMeters.Name)
                {
                    l.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<int>((i, value, _, _) => Add(i.Name, value));
        listener.SetMeasurementEventCallback<long>((i, value, _, _) => Add(i.Name, value));
        listener.SetMeasurementEventCallback<double>((i, value, _, _) => Add(i.Name, value));
        listener.Start();

        var room = await WritingRoom.OpenAsync(product);
        await using var page = await room.PageAsync(SpaceRole.Member);
        await page.WriteAsync("Compté.");
        await page.SendRawAsync(9, page.ClientId, 1, System.Text.Json.JsonElement.Parse("[[1]]"));
        listener.RecordObservableInstruments();

        Assert.True(seen["drafting.open_texts"] >= 1);
        Assert.True(seen["drafting.open_pages"] >= 1);
        Assert.True(seen["drafting.changes"] >= 1);
        Assert.True(seen["drafting.refusals"] >= 1);
        Assert.True(seen["drafting.commit.duration"] > 0);
        Assert.Contains("drafting.waiting_pushes", seen.Keys);
        Assert.Contains("drafting.furthest_behind", seen.Keys);

        void Add(string name, double value) => seen.AddOrUpdate(name, value, (_, sum) => sum + value);
    }

    private LiveDocuments Documents => product.Services.GetRequiredService<LiveDocuments>();

    public sealed class Forgetful : Product
    {
        protected override IReadOnlyDictionary<string, string> Settings =>
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Drafting:IdleSeconds"] = "0",
                ["Drafting:SnapshotEvery"] = "10",
                ["Drafting:ChangesAtHand"] = "5",
            };
    }
}
