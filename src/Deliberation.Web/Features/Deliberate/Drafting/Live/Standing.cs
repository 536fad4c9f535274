using System.Collections.Concurrent;
using System.Diagnostics;
using Deliberation.Domain.Assemble.Membership;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Member = Deliberation.Domain.Assemble.Membership.Membership;

namespace Deliberation.Web.Features.Deliberate.Drafting.Live;

/// <summary>Someone's place in a space: what they may do, under which name.</summary>
internal sealed record Place(SpaceRole Role, string Name);

/// <summary>
/// Who may read and write in each space, asked for at every push and every broadcast, and therefore remembered
/// for a moment: never so long that somebody whose role ended could still write a second later.
/// </summary>
internal sealed class Standing(IServiceScopeFactory scopes)
{
    public static readonly TimeSpan Freshness = TimeSpan.FromMilliseconds(400);

    private static readonly long TicksPerTick = Stopwatch.Frequency / TimeSpan.TicksPerSecond;

    private readonly ConcurrentDictionary<Guid, Known> spaces = new();

    public async ValueTask<Place?> InAsync(Guid spaceId, Guid personId)
    {
        var now = Stopwatch.GetTimestamp();
        var places = await ReadSince(spaceId, now - (Freshness.Ticks * TicksPerTick)).Places;
        if (places.TryGetValue(personId, out var place))
        {
            return place;
        }

        // Whoever is not found may have come in this very moment.
        var fresh = await ReadSince(spaceId, now).Places;
        return fresh.GetValueOrDefault(personId);
    }

    // Many ask at once: one of them reads, and all wait for it; nobody waits for the reading of another space.
    private Known ReadSince(Guid spaceId, long moment)
    {
        if (spaces.TryGetValue(spaceId, out var known) && known.ReadAt >= moment)
        {
            return known;
        }

        lock (spaces)
        {
            return spaces.TryGetValue(spaceId, out known) && known.ReadAt >= moment
                ? known
                : spaces[spaceId] = new Known(Stopwatch.GetTimestamp(), Task.Run(() => ReadAsync(spaceId)));
        }
    }

    private async Task<Dictionary<Guid, Place>> ReadAsync(Guid spaceId)
    {
        await using var scope = scopes.CreateAsyncScope();
        var members = await scope
            .ServiceProvider.GetRequiredService<DeliberationDb>()
            .Set<Member>()
            .Where(member => member.SpaceId == spaceId && member.EndedAt == null)
            .OrderBy(member => member.JoinedAt)
            .Select(member => new
            {
                member.PersonId,
                member.Role,
                member.Name,
            })
            .ToListAsync();
        return members
            .DistinctBy(member => member.PersonId)
            .ToDictionary(member => member.PersonId, member => new Place(member.Role, member.Name));
    }

    private sealed record Known(long ReadAt, Task<Dictionary<Guid, Place>> Places);
}
