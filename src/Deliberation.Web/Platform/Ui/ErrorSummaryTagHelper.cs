using System.Globalization;
using Deliberation.Web.Platform.Localization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Deliberation.Web.Platform.Ui;

/// <summary><c>&lt;error-summary /&gt;</c> above a form: what to correct, each line leading to its field; takes the focus.</summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorSummaryTagHelper : TagHelper
{
    private static readonly FeatureTexts T = new();

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!; // set by Razor before Process

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var lines = Lines().ToList();
        if (lines.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "error-focus";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Skin.ErrorSummary);
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("role", "group");
        output.Attributes.SetAttribute("aria-labelledby", "error-summary-title");
        output.Content.AppendHtml(
            "h2".Of().With("id", "error-summary-title").Holding(T["À corriger avant d’envoyer"])
        );
        output.Content.AppendHtml("ul".Of("plain-list").Holding(lines));
    }

    private IEnumerable<IHtmlContent> Lines() =>
        from entry in ViewContext.ModelState
        where entry.Value is { Errors.Count: > 0 }
        orderby Place(entry.Key)
        from error in entry.Value.Errors
        select "li".Of().Holding(Line(entry.Key, error.ErrorMessage));

    // ModelState sorts by name; people read from top to bottom, as the questions are declared.
    private string Place(string key)
    {
        var place = "";
        var metadata = ViewContext.ViewData.ModelMetadata;
        foreach (var part in key.Split('.'))
        {
            var properties = metadata.Properties;
            var at = properties
                .Select(property => property.PropertyName)
                .ToList()
                .IndexOf(part.Split('[')[0]);
            if (at < 0)
            {
                break;
            }

            place += at.ToString("000", CultureInfo.InvariantCulture);
            metadata = properties[at];
        }

        return place;
    }

    private static TagBuilder Line(string key, string message) =>
        key.Length == 0
            ? "span".Of().Holding(message)
            : "a".Of().With("href", $"#{TagBuilder.CreateSanitizedId(key, "_")}").Holding(message);
}
