using System.Collections.Concurrent;

namespace Deliberation.Web.Features.Deliberate.Drafting.Live;

/// <summary>
/// Who has a text open at this moment, on any node: those of this one, and those whom the others named at their last
/// roll, whether the text is open here or not.
/// </summary>
internal sealed class Attendance(LiveDocuments documents, Standing standing)
{
    private readonly ConcurrentDictionary<(Guid Text, string Node), Entry> elsewhere = new();

    /// <summary>Another node says who has a text open there, whole.</summary>
    public void HearOf(string node, Guid textId, IReadOnlyList<Guid> people) =>
        elsewhere[(textId, node)] = new Entry(Environment.TickCount64, people);

    /// <summary>A node that said nothing for some rounds has nobody.</summary>
    public void ForgetSilentNodes()
    {
        foreach (var silent in elsewhere.Where(entry => !entry.Value.IsFresh))
        {
            elsewhere.TryRemove(silent);
        }
    }

    /// <summary>Everybody who is at one of these texts, once for each, under the name they have in the space.</summary>
    public async Task<ILookup<Guid, Attendee>> AtAsync(Guid spaceId, IReadOnlyCollection<Guid> textIds)
    {
        var here = new List<(Guid Text, Attendee Person)>();
        foreach (var text in textIds)
        {
            var pages = documents.Find(text)?.Audience.Everybody() ?? [];
            here.AddRange(pages.Select(page => (text, new Attendee(page.Person, page.Name))));
        }

        foreach (var ((text, _), entry) in elsewhere.Where(entry => textIds.Contains(entry.Key.Text)))
        {
            foreach (var person in entry.IsFresh ? entry.People : [])
            {
                if (await standing.InAsync(spaceId, person) is { } place)
                {
                    here.Add((text, new Attendee(person, place.Name)));
                }
            }
        }

        return here.DistinctBy(one => (one.Text, one.Person.Person))
            .ToLookup(one => one.Text, one => one.Person);
    }

    private sealed record Entry(long HeardAt, IReadOnlyList<Guid> People)
    {
        public bool IsFresh => Environment.TickCount64 - HeardAt <= Roll.Memory.TotalMilliseconds;
    }
}
