using Deliberation.Domain.Deliberate.Drafting;

namespace Deliberation.Domain.Respond.Tracking;

/// <summary>The plain words of an answer: one kind of line end, no stray spaces, nothing that cannot be kept.</summary>
internal static class AnswerText
{
    public static string? Tidy(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : text.ReplaceLineEndings("\n").Trim();

    public static bool Is(string? text, int shortest, int longest) =>
        text is not null && text.Length >= shortest && text.Length <= longest && WellFormedText.Is(text);

    /// <summary>Nothing, or a text of this length.</summary>
    public static bool MayBe(string? text, int shortest, int longest) =>
        text is null || Is(text, shortest, longest);

    public static bool IsSafeLink(string link) =>
        Is(link, 10, 500)
        && link.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        && Uri.TryCreate(link, UriKind.Absolute, out var address)
        && address is { Scheme: "https", UserInfo: "", Host.Length: > 0 };
}
