using Deliberation.Domain.Respond.Feedback;
using Deliberation.Domain.Respond.Feedback.Meaning;
using UserFeedback = Deliberation.Domain.Respond.Feedback.Feedback;

namespace Deliberation.Web.Features.Respond.Feedback.Meaning;

/// <summary>What is read of a feedback to know what it speaks of.</summary>
internal sealed record PublicWords(
    Guid Id,
    string Number,
    DateTimeOffset ReceivedAt,
    string Language,
    FeedbackStage Stage,
    MaskedText Easy,
    MaskedText Hard,
    MaskedText Text,
    MaskedText Suggestion
)
{
    public IReadOnlyList<SaidWord> Words =>
        WordReading.Of(string.Join('\n', Text, Hard, Easy, Suggestion), Language);
}

internal static class PublicWordsOfFeedback
{
    public static IQueryable<PublicWords> ToWords(this IQueryable<UserFeedback> feedbacks) =>
        feedbacks.Select(feedback => new PublicWords(
            feedback.Id,
            feedback.Number,
            feedback.ReceivedAt,
            feedback.Language,
            feedback.Stage,
            feedback.Answers.Easy,
            feedback.Answers.Hard,
            feedback.Answers.Text,
            feedback.Answers.Suggestion
        ));
}
