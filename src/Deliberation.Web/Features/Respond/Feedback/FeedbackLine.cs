using Deliberation.Domain.Respond.Feedback;
using Deliberation.Domain.Respond.Feedback.Triage;
using UserFeedback = Deliberation.Domain.Respond.Feedback.Feedback;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>A public feedback in a list: what it says, and where it stands.</summary>
internal sealed record FeedbackLine(
    string Number,
    DateTimeOffset ReceivedAt,
    string Language,
    FeedbackStage Stage,
    Mark Mark,
    Part Part,
    MaskedText Said,
    MaskedText Hard,
    MaskedText Easy,
    MaskedText Suggestion,
    DateTimeOffset? ContestedAt,
    int MaskedBy,
    HarmlessWords Harmless,
    Door Door,
    Severity Severity,
    bool IsProposed
)
{
    public bool IsContested => ContestedAt is not null;

    /// <summary>What it says first.</summary>
    public string Text =>
        new[] { Said, Hard, Suggestion, Easy }
            .FirstOrDefault(text => !text.IsEmpty)
            ?.UpToDate(MaskedBy, Harmless)
            .Value
        ?? "";

    /// <summary>Its first words, without cutting a character in two.</summary>
    public string Start =>
        Text.Length <= Short
            ? Text
            : $"{Text[..(char.IsHighSurrogate(Text[Short - 1]) ? Short - 1 : Short)]}…";

    private const int Short = 90;
}

internal static class FeedbackLines
{
    public static IQueryable<FeedbackLine> Lines(this IQueryable<UserFeedback> feedbacks) =>
        feedbacks.Select(feedback => new FeedbackLine(
            feedback.Number,
            feedback.ReceivedAt,
            feedback.Language,
            feedback.Stage,
            feedback.Answers.Mark,
            feedback.Answers.Part,
            feedback.Answers.Text,
            feedback.Answers.Hard,
            feedback.Answers.Easy,
            feedback.Answers.Suggestion,
            feedback.ContestedAt,
            feedback.MaskedBy,
            feedback.Answers.Harmless,
            feedback.Door,
            feedback.Severity,
            feedback.ProposedAt != null
        ));
}
