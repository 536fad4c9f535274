namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>What a preview shows: the answers as they were typed, for the partial that masks them.</summary>
internal sealed record Previewed(IReadOnlyList<FeedbackQuestion> Questions, FormAnswers Answers);
