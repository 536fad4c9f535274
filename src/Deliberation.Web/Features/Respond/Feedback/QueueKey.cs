namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>A key of the desk.</summary>
/// <param name="Letter">What is pressed, alone.</param>
/// <param name="Does">What it does, in the reader's language.</param>
/// <param name="To">The link it follows, or the control it brings the focus to.</param>
/// <param name="Step">How far it moves in the list.</param>
internal sealed record QueueKey(string Letter, string Does, string? To = null, int? Step = null);
