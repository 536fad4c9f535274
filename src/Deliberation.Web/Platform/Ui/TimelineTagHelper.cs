using System.Globalization;
using Deliberation.Web.Platform.Localization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Deliberation.Web.Platform.Ui;

/// <summary><c>&lt;timeline&gt;&lt;timeline-entry …&gt;…&lt;/timeline-entry&gt;&lt;/timeline&gt;</c>: what happened, in order, on the thread.</summary>
[HtmlTargetElement("timeline")]
public sealed class TimelineTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "ol";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Skin.Timeline);
    }
}

/// <summary>One dated, signed act: <c>when</c>, <c>title</c>, <c>by</c>, and its words.</summary>
[HtmlTargetElement("timeline-entry", ParentTag = "timeline")]
public sealed class TimelineEntryTagHelper : TagHelper
{
    private static readonly FeatureTexts T = new();

    /// <summary>An instant (DateTimeOffset) or a day (DateOnly).</summary>
    public object? When { get; set; }

    public string Title { get; set; } = "";

    /// <summary>Who signs.</summary>
    public string? By { get; set; }

    /// <summary>An act that changed the course of things is a full knot.</summary>
    public bool Strong { get; set; }

    /// <summary>The level of the title, 2 to 4.</summary>
    public int Level { get; set; } = 3;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var body = await output.GetChildContentAsync();
        output.TagName = "li";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Strong ? Skin.TimelineStrongEntry : Skin.TimelineEntry);
        output.Content.AppendHtml(Date());
        output.Content.AppendHtml($"h{Level}".Of(Skin.TimelineTitle).Holding(Title));
        output.Content.AppendHtml(
            string.IsNullOrEmpty(By) ? null : "p".Of(Skin.TimelineBy).Holding(T["Par {0}", By])
        );
        output.Content.AppendHtml(
            body.IsEmptyOrWhiteSpace ? null : "div".Of(Skin.TimelineBody).Holding(body)
        );
    }

    private TagBuilder? Date()
    {
        if (When is null)
        {
            return null;
        }

        var day = WrittenTime.DayOf(When);
        var machine = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return "p"
            .Of(Skin.TimelineWhen)
            .Holding("time".Of().With("datetime", machine).Holding(WrittenTime.Date(day)));
    }
}
