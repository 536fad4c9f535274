using Deliberation.Domain.Deliberate.Ballots;
using Deliberation.Web.Features.Deliberate.Ballots.Live;
using Deliberation.Web.Platform.Messaging;
using MediatR;
using Microsoft.AspNetCore.SignalR;

namespace Deliberation.Web.Features.Deliberate.Ballots;

/// <summary>Open pages hear that a vote changed.</summary>
internal sealed class WhenBalloted(IHubContext<BallotHub, IBallotClient> bell)
    : INotificationHandler<Heard<BallotOpened>>,
        INotificationHandler<Heard<BallotPostponed>>,
        INotificationHandler<Heard<BallotCancelled>>,
        INotificationHandler<Heard<ResultProclaimed>>
{
    public Task Handle(Heard<BallotOpened> notification, CancellationToken cancellationToken) =>
        RingAsync(notification.Event.Space, notification.Event.BallotId);

    public Task Handle(Heard<BallotPostponed> notification, CancellationToken cancellationToken) =>
        RingAsync(notification.Event.Space, notification.Event.BallotId);

    public Task Handle(Heard<BallotCancelled> notification, CancellationToken cancellationToken) =>
        RingAsync(notification.Event.Space, notification.Event.BallotId);

    public Task Handle(Heard<ResultProclaimed> notification, CancellationToken cancellationToken) =>
        RingAsync(notification.Event.Space, notification.Event.BallotId);

    private Task RingAsync(string space, Guid ballotId) =>
        bell.Clients.Group(BallotHub.GroupOf(space)).Balloted(ballotId);
}
