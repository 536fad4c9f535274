using Deliberation.Web.Platform.Localization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Deliberation.Web.Platform.Ui;

/// <summary>
/// <c>&lt;breadcrumb&gt;&lt;crumb href="/suivi"&gt;Suivi&lt;/crumb&gt;&lt;crumb&gt;Avis 2021&lt;/crumb&gt;&lt;/breadcrumb&gt;</c>:
/// where the reader is, from the home page, which is added by itself.
/// </summary>
[HtmlTargetElement("breadcrumb")]
public sealed class BreadcrumbTagHelper : TagHelper
{
    private static readonly FeatureTexts T = new();

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var crumbs = await output.GetChildContentAsync();
        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Skin.Breadcrumb);
        output.Attributes.SetAttribute("aria-label", T["Vous êtes ici"]);
        var home = "li".Of().Holding("a".Of().With("href", "/").Holding(T["Accueil"]));
        output.Content.SetHtmlContent("ol".Of().Holding(home, crumbs));
    }
}

/// <summary>One step of the way; without an address, the page itself.</summary>
[HtmlTargetElement("crumb", ParentTag = "breadcrumb")]
public sealed class CrumbTagHelper : TagHelper
{
    public string? Href { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        IHtmlContent word = await output.GetChildContentAsync();
        output.TagName = "li";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Content.SetHtmlContent(
            Href is null
                ? "span".Of().With("aria-current", "page").Holding(word)
                : "a".Of().With("href", Href).Holding(word)
        );
    }
}
