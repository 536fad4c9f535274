using Deliberation.Web.Platform.Localization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Deliberation.Web.Platform.Ui;

/// <summary><c>&lt;notice kind="success" title="Votre vote est enregistré"&gt;…&lt;/notice&gt;</c>: something to know before reading on.</summary>
[HtmlTargetElement("notice")]
public sealed class NoticeTagHelper : TagHelper
{
    private static readonly FeatureTexts T = new();

    /// <summary>info, success, warning or danger.</summary>
    public string Kind { get; set; } = "info";

    public string? Title { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var (icon, spoken) = Kind switch
        {
            "info" => ("info", T["Information"]),
            "success" => ("check", T["C’est fait"]),
            "warning" => ("bang", T["Attention"]),
            "danger" => ("cross", T["Important"]),
            _ => throw new InvalidOperationException($"Unknown kind of notice “{Kind}”."),
        };
        var body = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"{Skin.Notice} {Kind}");
        output.Content.AppendHtml(
            "span".Of(Skin.NoticeIcon).With("aria-hidden", "true").Holding(Icon.Draw(icon))
        );
        output.Content.AppendHtml(
            "div"
                .Of(Skin.NoticeBody)
                .Holding(
                    "span".Of(Skin.ForEars).Holding($"{spoken}\u00a0: "),
                    Title is null ? null : "p".Of(Skin.NoticeTitle).Holding(Title),
                    body
                )
        );
    }
}
