using System.Globalization;
using Deliberation.Web.Platform.Localization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.AspNetCore.WebUtilities;

namespace Deliberation.Web.Platform.Ui;

/// <summary>
/// <c>&lt;pager page="2" pages="7" /&gt;</c>: the pages of a list, at addresses that keep the filters. The key is
/// <c>p</c>, because <c>page</c> belongs to Razor Pages.
/// </summary>
[HtmlTargetElement("pager", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PagerTagHelper : TagHelper
{
    private static readonly FeatureTexts T = new();

    /// <summary>From 1.</summary>
    public int Page { get; set; } = 1;

    public int Pages { get; set; } = 1;

    public string Key { get; set; } = "p";

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!; // set by Razor before Process

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Pages <= 1)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Skin.Pager);
        output.Attributes.SetAttribute("aria-label", T["Pages de la liste"]);
        output.Content.SetHtmlContent("ul".Of().Holding(Items().Select(item => "li".Of().Holding(item))));
    }

    private IEnumerable<IHtmlContent> Items()
    {
        if (Page > 1)
        {
            yield return Link(Page - 1, T["Précédente"], "prev");
        }

        for (var number = 1; number <= Pages; number++)
        {
            if (number is 1 || number == Pages || Math.Abs(number - Page) <= 1)
            {
                yield return Numbered(number);
            }
            else if (Math.Abs(number - Page) == 2)
            {
                yield return "span".Of().With("aria-hidden", "true").Holding("…");
            }
        }

        if (Page < Pages)
        {
            yield return Link(Page + 1, T["Suivante"], "next");
        }
    }

    private TagBuilder Numbered(int number)
    {
        var link = "a"
            .Of()
            .With("href", Address(number))
            .With("aria-current", number == Page ? "page" : null)
            .Holding("span".Of(Skin.ForEars).Holding($"{T["Page"]} "));
        return link.Holding(number.ToString(CultureInfo.InvariantCulture));
    }

    private TagBuilder Link(int number, string word, string relation) =>
        "a".Of().With("href", Address(number)).With("rel", relation).Holding(word);

    private string Address(int number)
    {
        var query = QueryHelpers.ParseQuery(ViewContext.HttpContext.Request.QueryString.Value);
        query[Key] = number.ToString(CultureInfo.InvariantCulture);
        return QueryString.Create(query).ToString();
    }
}
