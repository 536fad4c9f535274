namespace Deliberation.Domain.Respond.Tracking;

/// <summary>One status of an institution's scale: its words, and how it is drawn without relying on colour.</summary>
/// <param name="Position">Its rank on the scale, from 1.</param>
/// <param name="Code">Its stable code in data: lower case, dashes, at most 40 characters.</param>
/// <param name="French">The institution's own words.</param>
/// <param name="English">The same in English.</param>
/// <param name="Icon">The name of its icon.</param>
/// <param name="Pattern">The name of its hatching in charts.</param>
/// <param name="Category">What it means, to compare with other scales.</param>
public sealed record Status(
    int Position,
    string Code,
    string French,
    string English,
    string Icon,
    string Pattern,
    StatusCategory Category
)
{
    internal bool IsSaidInFull =>
        AnswerText.Is(Code, 2, 40)
        && Code.All(letter => letter is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-')
        && AnswerText.Is(French.Trim(), 2, 120)
        && AnswerText.Is(English.Trim(), 2, 120)
        && StatusScheme.Icons.Contains(Icon)
        && StatusScheme.Patterns.Contains(Pattern)
        && Enum.IsDefined(Category);

    /// <summary>The hatching that goes with a category, in charts.</summary>
    public static string PatternOf(StatusCategory category) =>
        category switch
        {
            StatusCategory.Delivered => "delivered",
            StatusCategory.PartlyDelivered => "partly",
            StatusCategory.InProgress => "progress",
            StatusCategory.UnderReview => "review",
            _ => "declined",
        };
}
