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

        public string? Function { get; set; }

        public string? EvidenceLink { get; set; }

        public string? EvidenceCitation { get; set; }

        public DateOnly? NextUpdateOn { get; set; }

        public TreatmentAnswer Read() =>
            new()
            {
                Key = Key,
                After = After ?? 0,
                Status = Status ?? "",
                Reason = Reason ?? "",
                Function = Function ?? "",
                EvidenceLink = string.IsNullOrWhiteSpace(EvidenceLink) ? null : EvidenceLink.Trim(),
                EvidenceCitation = string.IsNullOrWhiteSpace(EvidenceCitation)
                    ? null
                    : EvidenceCitation.Trim(),
                NextUpdateOn = NextUpdateOn,
            };
    }
}
