using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Deliberation.Web.Platform.Ui;

/// <summary>
/// <c>&lt;status-badge category="InProgress" word="En cours, court terme" /&gt;</c>: a word, an icon and a weave,
/// so that colour never speaks alone.
/// </summary>
[HtmlTargetElement("status-badge", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class StatusBadgeTagHelper : TagHelper
{
    /// <summary>Delivered, PartlyDelivered, InProgress, UnderReview, Declined, Waiting, Late or Withdrawn.</summary>
    public string Category { get; set; } = "Waiting";

    /// <summary>The institution's own words; the category's word when absent.</summary>
    public string? Word { get; set; }

    /// <summary>The status's own icon; the category's when absent.</summary>
    public string? Icon { get; set; }

    /// <summary>The status's own weave, as charts draw it; the category's when absent.</summary>
    public string? Pattern { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var category = StatusCategory.Of(Category);
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"{Skin.Badge} {category.Skin}");
        // A view that binds nothing gives an empty text.
        var weave = string.IsNullOrEmpty(Pattern) ? category.Skin : Pattern;
        output.Content.AppendHtml("span".Of($"{Skin.BadgeWeave} {weave}").With("aria-hidden", "true"));
        var icon = Ui.Icon.Draw(string.IsNullOrEmpty(Icon) ? category.Icon : Icon);
        output.Content.AppendHtml("span".Of(Skin.BadgeWord).Holding(icon).Holding(Word ?? category.Word));
    }
}
