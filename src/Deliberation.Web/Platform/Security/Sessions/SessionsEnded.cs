using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;

namespace Deliberation.Web.Platform.Security.Sessions;

/// <summary>
/// Tells, within this process, that a session ended: a hub connection opened by it must close. On other nodes, and at
/// expiry, <see cref="SessionCaretaker"/> finds out within a second and tells as well.
/// </summary>
internal sealed class SessionsEnded
{
    private readonly ConcurrentDictionary<Guid, ConcurrentDictionary<object, Action>> watched = new();

    public IReadOnlyCollection<Guid> Watched => [.. watched.Keys];

    /// <summary>
    /// Calls <paramref name="close"/> once this session ends; dispose of the result to stop watching. Hubs use
    /// <see cref="CloseWithSession"/>.
    /// </summary>
    public IDisposable Watch(Guid sessionId, Action close)
    {
        var token = new object();
        watched.GetOrAdd(sessionId, _ => new())[token] = close;
        return new Forget(() => Remove(sessionId, token));
    }

    /// <summary>Closes this hub connection once the session it came with ends.</summary>
    public void CloseWithSession(HubCallerContext connection)
    {
        if (connection.User?.FindSessionId() is { } session)
        {
            var watch = Watch(session, connection.Abort);
            connection.ConnectionAborted.Register(watch.Dispose);
        }
    }

    public void Tell(IEnumerable<Guid> sessionIds)
    {
        foreach (var id in sessionIds)
        {
            if (watched.TryRemove(id, out var closes))
            {
                foreach (var close in closes.Values)
                {
                    close();
                }
            }
        }
    }

    private void Remove(Guid sessionId, object token)
    {
        if (
            watched.TryGetValue(sessionId, out var closes)
            && closes.TryRemove(token, out _)
            && closes.IsEmpty
        )
        {
            watched.TryRemove(KeyValuePair.Create(sessionId, closes));
        }
    }

    private sealed class Forget(Action remove) : IDisposable
    {
        public void Dispose() => remove();
    }
}
