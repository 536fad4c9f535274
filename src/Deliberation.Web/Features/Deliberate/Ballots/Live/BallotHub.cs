using Deliberation.Web.Platform.Security;
using Deliberation.Web.Platform.Security.Sessions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;

namespace Deliberation.Web.Features.Deliberate.Ballots.Live;

/// <summary>
/// A bell: it says that a vote of a space opened, was put off, closed or was cancelled. Open pages then ask for
/// themselves again, and their right to read is checked there.
/// </summary>
[Authorize(Policy = Policies.SignedIn)]
internal sealed class BallotHub(Roles roles, SessionsEnded sessions) : Hub<IBallotClient>
{
    /// <exception cref="HubException">Not someone of this space.</exception>
    public async Task Watch(string space)
    {
        if (Context.User?.FindPersonId() is not { } person || await roles.InSpaceAsync(person, space) is null)
        {
            throw new HubException("ballots.not-a-reader");
        }

        await Groups.AddToGroupAsync(Context.ConnectionId, GroupOf(space), Context.ConnectionAborted);
    }

    public override Task OnConnectedAsync()
    {
        sessions.CloseWithSession(Context);
        return Task.CompletedTask;
    }

    public static string GroupOf(string space) => $"ballots:{space}";
}

/// <summary>What an open page is told.</summary>
public interface IBallotClient
{
    Task Balloted(Guid ballotId);
}
