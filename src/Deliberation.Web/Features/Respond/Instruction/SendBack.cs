using MediatR;

namespace Deliberation.Web.Features.Respond.Instruction;

/// <summary>Gives an answer back to those who write, with a reason.</summary>
internal static class SendBack
{
    internal sealed record Command(StepTaken Step, string? Reason) : IRequest<Guid>;

    internal sealed class Handler(Handling handling, TimeProvider clock) : IRequestHandler<Command, Guid>
    {
        public Task<Guid> Handle(Command request, CancellationToken cancellationToken) =>
            handling.TakeAsync(
                request.Step,
                (answer, hand) =>
                {
                    answer.SendBack(hand, request.Reason, clock.GetUtcNow());
                    return Task.CompletedTask;
                },
                cancellationToken
            );
    }
}
