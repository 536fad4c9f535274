using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Deliberation.Web.Platform.Ui;

/// <summary>One of the answers a field offers, with a hint under it when the word is not enough.</summary>
public sealed class Choice(string text, string value, string? hint = null) : SelectListItem(text, value)
{
    public string? Hint { get; } = hint;

    /// <summary>A drawing that says the same as the word beside it, never read aloud.</summary>
    public IHtmlContent? Drawing { get; init; }
}
