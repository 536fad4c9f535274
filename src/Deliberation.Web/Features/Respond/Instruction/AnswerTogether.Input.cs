using Deliberation.Domain.Respond.Tracking;
using MediatR;

namespace Deliberation.Web.Features.Respond.Instruction;

internal sealed partial class AnswerTogether
{
    /// <summary>So many propositions in one table.</summary>
    public const int Most = 50;

    /// <summary>What the form may say.</summary>
    public sealed class Input
    {
        public string? Status { get; set; }

        public string? Function { get; set; }

        public List<Line> Lines { get; set; } = [];

        internal IReadOnlyList<AskedAnswer> Read() =>
            [
                .. Lines.Select(line => new AskedAnswer(
                    line.Reference,
                    new TreatmentAnswer
                    {
                        Key = line.Key,
                        After = line.After,
                        Status = Status ?? "",
                        Reason = line.Reason ?? "",
                        Function = Function ?? "",
                        Replies = PositionReplies.Of(
                            line.Replies.Select((words, place) => new PositionReply(place + 1, words ?? ""))
                        ),
                    }
                )),
            ];
    }

    /// <summary>One proposition of the table.</summary>
    public sealed class Line
    {
        public string Reference { get; set; } = "";

        public Guid Key { get; set; }

        /// <summary>How many answers the form showed.</summary>
        public int After { get; set; }

        public string? Reason { get; set; }

        /// <summary>To each minority position that waits for its first reply, in their order.</summary>
        public List<string?> Replies { get; set; } = [];
    }

    /// <summary>All of them, or none; the same form twice answers once.</summary>
    internal sealed record Command(Guid By, IReadOnlyList<AskedAnswer> Answers) : IRequest<int>;

    internal sealed class Handler(BulkAnswers bulk) : IRequestHandler<Command, int>
    {
        public Task<int> Handle(Command request, CancellationToken cancellationToken) =>
            bulk.GiveAsync(request.By, request.Answers, cancellationToken);
    }
}
