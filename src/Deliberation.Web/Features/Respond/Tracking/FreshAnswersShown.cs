namespace Deliberation.Web.Features.Respond.Tracking;

/// <summary>What a page looks at to know of a new answer, and which of its parts then change.</summary>
/// <param name="Feed">The feed whose first entry is the newest answer.</param>
/// <param name="Parts">Selectors, with commas between them.</param>
/// <param name="Known">How the id of the newest answer on the page ends; null to begin with what the feed says first.</param>
internal sealed record FreshAnswersShown(string Feed, string Parts, string? Known = null);
