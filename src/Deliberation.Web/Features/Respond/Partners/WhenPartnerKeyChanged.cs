using Deliberation.Domain.Respond.Partners;
using Deliberation.Web.Platform.Messaging;
using MediatR;

namespace Deliberation.Web.Features.Respond.Partners;

/// <summary>A key opens, or opens nothing any more, from this moment on.</summary>
internal sealed class WhenPartnerKeyChanged(PartnerKeys keys)
    : INotificationHandler<Heard<PartnerKeyMade>>,
        INotificationHandler<Heard<PartnerKeyRevoked>>
{
    public Task Handle(Heard<PartnerKeyMade> notification, CancellationToken cancellationToken) => Forget();

    public Task Handle(Heard<PartnerKeyRevoked> notification, CancellationToken cancellationToken) =>
        Forget();

    private Task Forget()
    {
        keys.Forget();
        return Task.CompletedTask;
    }
}
