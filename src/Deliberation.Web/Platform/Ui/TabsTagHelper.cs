using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Deliberation.Web.Platform.Ui;

/// <summary>
/// <c>&lt;tabs label="Parties de l’avis"&gt;&lt;tab href="…"&gt;…&lt;/tab&gt;&lt;/tabs&gt;</c>: pages side by side; each tab is
/// a link, so it has an address and needs no script.
/// </summary>
[HtmlTargetElement("tabs")]
public sealed class TabsTagHelper : TagHelper
{
    public string Label { get; set; } = "";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var tabs = await output.GetChildContentAsync();
        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Skin.Tabs);
        output.Attributes.SetAttribute("aria-label", Label);
        output.Content.SetHtmlContent("ul".Of().Holding(tabs));
    }
}

/// <summary>One tab; current when its address is that of the page, or when said so.</summary>
[HtmlTargetElement("tab", ParentTag = "tabs")]
public sealed class TabTagHelper : TagHelper
{
    public string Href { get; set; } = "";

    public bool? Current { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!; // set by Razor before Process

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var word = await output.GetChildContentAsync();
        var isHere = Current ?? ViewContext.HttpContext.Request.Path == Href;
        output.TagName = "li";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Content.SetHtmlContent(
            "a".Of().With("href", Href).With("aria-current", isHere ? "page" : null).Holding(word)
        );
    }
}
