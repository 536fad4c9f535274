using MediatR;

namespace Deliberation.Web.Features.Respond.Instruction;

/// <summary>Signs an answer that was read, and publishes it at once or plans the day it takes effect.</summary>
internal static class Sign
{
    /// <param name="EffectiveOn">The day; null to publish at once.</param>
    internal sealed record Command(StepTaken Step, DateOnly? EffectiveOn = null) : IRequest<Guid>;

    internal sealed class Handler(Publication publication) : IRequestHandler<Command, Guid>
    {
        public Task<Guid> Handle(Command request, CancellationToken cancellationToken) =>
            publication.SignAsync(request.Step, request.EffectiveOn, cancellationToken);
    }
}
