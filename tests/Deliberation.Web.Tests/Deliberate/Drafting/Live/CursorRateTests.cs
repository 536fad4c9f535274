using System.Collections.Concurrent;
using System.Diagnostics;
using Deliberation.Domain.Assemble.Membership;
using Deliberation.Testing;
using Deliberation.Web.Features.Deliberate.Drafting.Live;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Tests.Deliberate.Drafting.Live;

/// <summary>Cursors over real sockets: told a few times a second at most, by their last place, and never kept.</summary>
public sealed class CursorRateTests(ListeningProduct product) : IClassFixture<ListeningProduct>
{
    private const int Moves = 400;

    [Fact]
    public async Task However_fast_a_cursor_moves_others_are_told_ten_times_a_second_and_where_it_ended()
    {
        var room = await WritingRoom.OpenAsync(product);
        await using var hurried = await room.PageAsync(SpaceRole.Member, "Samira");
        await using var witness = await room.PageAsync(SpaceRole.Observer, "Jean");
        await hurried.WriteAsync(new string('a', Moves));
        await witness.UntilAsync(page => page.Version == 1 && page.Peers.Count == 2);
        var told = new ConcurrentQueue<(TimeSpan At, PeerCursor[] Cursors)>();
        var clock = Stopwatch.StartNew();
        witness.Hub.On<Guid, int, PeerCursor[]>(
            nameof(IDraftClient.Cursors),
            (_, _, cursors) => told.Enqueue((clock.Elapsed, cursors))
        );
        var rows = await RowsAsync();

        for (var at = 1; at <= Moves; at++)
        {
            await hurried.Hub.SendAsync("Cursor", room.Document.Id, 1, at, at);
            await Task.Delay(5);
        }

        await Patience.UntilAsync(() => told.LastOrDefault().Cursors?[^1].Head == Moves);
        var took = told.Last().At - told.First().At;
        // The line may bring the first ones together, a little late.
        Assert.InRange(told.Count, 5, 3 + (took.TotalSeconds * 10));
        Assert.All(told, message => Assert.Single(message.Cursors));
        Assert.Equal(rows, await RowsAsync());
    }

    /// <summary>How many rows every table has.</summary>
    private Task<Dictionary<string, int>> RowsAsync() =>
        product.ReadAsync(async db =>
        {
            var rows = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var table in db.Model.GetEntityTypes().Select(type => type.GetTableName()).Distinct())
            {
                var count = $"SELECT COUNT(*) AS \"Value\" FROM \"{table}\"";
                rows[table!] = await db.Database.SqlQueryRaw<int>(count).SingleAsync();
            }

            return rows;
        });
}
