using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Deliberation.Domain.Respond.Tracking;

namespace Deliberation.Web.Features.Respond.Tracking;

internal sealed partial class Answer
{
    /// <summary>What the form may say; who speaks and where an answer was taken from are not for it to say.</summary>
    public sealed class Input
    {
        public Guid Key { get; set; }

        /// <summary>How many answers the form showed.</summary>
        public int? After { get; set; }

        public string? Status { get; set; }

        public string? Reason { get; set; }

        public DecisionKind? Decision { get; set; }

        public string? Kept { get; set; }

        public string? NotKept { get; set; }

        public RefusalGround? Ground { get; set; }

        public string? WouldChange { get; set; }

        public string? PassedOnTo { get; set; }

        public string? EvidenceLink { get; set; }

        public string? EvidenceCitation { get; set; }

        public string? CheckedBy { get; set; }

        public Fidelity? Fidelity { get; set; }

        public string? Laws { get; set; }

        public string? Documents { get; set; }

        public string? SuccessMeasure { get; set; }

        public DateOnly? NextUpdateOn { get; set; }

        public int? Corrects { get; set; }

        /// <summary>To each minority position, in their order; empty leaves what was replied before.</summary>
        [MaxLength(300)]
        public List<string?> Replies { get; set; } = [];

        public string? Function { get; set; }

        /// <summary>A new form starts from what lasts: how success is measured, laws and documents, a decision that was not a refusal.</summary>
        public static Input Following(TreatmentUpdate? latest, Guid key)
        {
            var lasting = latest?.DecisionKind == DecisionKind.Declined ? null : latest?.Decision;
            return new Input
            {
                Key = key,
                Status = latest?.Status,
                Decision = lasting?.Kind,
                Kept = lasting?.Kept,
                NotKept = lasting?.NotKept,
                PassedOnTo = lasting?.PassedOnTo,
                Laws = latest?.Laws,
                Documents = latest?.Documents,
                SuccessMeasure = latest?.SuccessMeasure,
            };
        }

        /// <summary>A form that takes up an answer again.</summary>
        public static Input Of(TreatmentAnswer answer) =>
            new()
            {
                Key = answer.Key,
                Status = answer.Status,
                Reason = answer.Reason,
                Decision = answer.Decision?.Kind,
                Kept = answer.Decision?.Kept,
                NotKept = answer.Decision?.NotKept,
                Ground = answer.Decision?.Ground,
                WouldChange = answer.Decision?.WouldChange,
                PassedOnTo = answer.Decision?.PassedOnTo,
                EvidenceLink = answer.EvidenceLink,
                EvidenceCitation = answer.EvidenceCitation,
                CheckedBy = answer.CheckedBy,
                Fidelity = answer.Fidelity,
                Laws = answer.Laws,
                Documents = answer.Documents,
                SuccessMeasure = answer.SuccessMeasure,
                NextUpdateOn = answer.NextUpdateOn,
                Corrects = answer.Corrects,
                Function = answer.Function,
                Replies = Placed(answer.Replies),
            };

        public TreatmentAnswer Read() =>
            new()
            {
                Key = Key,
                After = After ?? 0,
                Status = Status ?? "",
                Reason = Reason ?? "",
                Function = Function ?? "",
                EvidenceLink = EvidenceLink,
                EvidenceCitation = EvidenceCitation,
                NextUpdateOn = NextUpdateOn,
                Decision = Decided(),
                Fidelity = Fidelity,
                CheckedBy = CheckedBy,
                Laws = Laws,
                Documents = Documents,
                SuccessMeasure = SuccessMeasure,
                Corrects = Corrects,
                Replies = PositionReplies.Of(
                    Replies.Select((words, place) => new PositionReply(place + 1, words ?? ""))
                ),
            };

        /// <summary>What was typed, to be sent again as it was.</summary>
        public IEnumerable<KeyValuePair<string, string?>> Typed() =>
            typeof(Input)
                .GetProperties()
                .Where(field => field.Name != nameof(Replies))
                .Select(field =>
                    KeyValuePair.Create(
                        $"Data.{field.Name}",
                        field.GetValue(this) is DateOnly day
                            ? day.ToString("O", CultureInfo.InvariantCulture)
                            : field.GetValue(this)?.ToString()
                    )
                )
                .Concat(
                    Replies.Select((words, place) => KeyValuePair.Create($"Data.Replies[{place}]", words))
                );

        private static List<string?> Placed(PositionReplies? replies)
        {
            var said = (replies?.All ?? []).ToDictionary(reply => reply.Position, reply => reply.Words);
            return
            [
                .. Enumerable
                    .Range(1, said.Keys.DefaultIfEmpty().Max())
                    .Select(position => said.GetValueOrDefault(position)),
            ];
        }

        private Decision? Decided() =>
            Decision is { } kind
                ? new Decision
                {
                    Kind = kind,
                    Kept = Kept,
                    NotKept = NotKept,
                    Ground = Ground,
                    WouldChange = WouldChange,
                    PassedOnTo = PassedOnTo,
                }
                : null;
    }
}
