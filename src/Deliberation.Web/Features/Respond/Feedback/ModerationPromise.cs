using Deliberation.Domain.Respond.Feedback.Triage;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>How soon moderators aim to decide: the section <c>Moderation</c> of the settings.</summary>
internal sealed class ModerationPromise
{
    public const string Section = "Moderation";

    /// <summary>From 1 to 60.</summary>
    public int TargetWorkingDays { get; init; } = DecisionTarget.Usual.Days;

    public DecisionTarget Target => new(TargetWorkingDays);
}
