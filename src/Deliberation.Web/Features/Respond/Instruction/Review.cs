using MediatR;

namespace Deliberation.Web.Features.Respond.Instruction;

/// <summary>Says that one has read an answer that someone else wrote.</summary>
internal static class Review
{
    internal sealed record Command(StepTaken Step) : IRequest<Guid>;

    internal sealed class Handler(Handling handling, TimeProvider clock) : IRequestHandler<Command, Guid>
    {
        public Task<Guid> Handle(Command request, CancellationToken cancellationToken) =>
            handling.TakeAsync(
                request.Step,
                (answer, hand) =>
                {
                    answer.Review(hand, clock.GetUtcNow());
                    return Task.CompletedTask;
                },
                cancellationToken
            );
    }
}
