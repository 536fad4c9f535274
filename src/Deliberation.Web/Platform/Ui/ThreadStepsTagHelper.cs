using Deliberation.Web.Platform.Localization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Deliberation.Web.Platform.Ui;

/// <summary>
/// <c>&lt;thread-steps&gt;&lt;thread-step …&gt;…&lt;/thread-step&gt;&lt;/thread-steps&gt;</c>: le fil, from what citizens said to
/// what the institution did, walked in both directions.
/// </summary>
[HtmlTargetElement("thread-steps")]
public sealed class ThreadStepsTagHelper : TagHelper
{
    private static readonly FeatureTexts T = new();

    public string? Label { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var steps = await output.GetChildContentAsync();
        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Skin.Thread);
        output.Attributes.SetAttribute("aria-label", T["Le fil"]);
        output.Content.AppendHtml(
            "p".Of(Skin.ThreadTitle).Holding("b".Of().Holding(Label ?? T["Le fil de cette proposition"]))
        );
        output.Content.AppendHtml("ol".Of(Skin.ThreadSteps).Holding(steps));
    }
}

/// <summary>One step: <c>label</c>, where it leads, whether it was reached; its words say what was found there.</summary>
[HtmlTargetElement("thread-step", ParentTag = "thread-steps")]
public sealed class ThreadStepTagHelper : TagHelper
{
    private static readonly FeatureTexts T = new();

    public string Label { get; set; } = "";

    public string? Href { get; set; }

    /// <summary>done, here or ahead.</summary>
    public string State { get; set; } = "done";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var detail = await output.GetChildContentAsync();
        output.TagName = "li";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"{Skin.ThreadStep} {State}");
        if (State == "here")
        {
            output.Attributes.SetAttribute("aria-current", "step");
        }

        output.Content.AppendHtml(
            "span"
                .Of(Skin.ThreadKnot)
                .With("aria-hidden", "true")
                .Holding(State == "done" ? Icon.Draw("check") : null)
        );
        output.Content.AppendHtml(Name());
        output.Content.AppendHtml(
            detail.IsEmptyOrWhiteSpace ? null : "span".Of(Skin.ThreadDetail).Holding(detail)
        );
    }

    private TagBuilder Name()
    {
        IHtmlContent? ahead = State == "ahead" ? "span".Of(Skin.ForEars).Holding($" ({T["à venir"]})") : null;
        return (Href is null ? "span" : "a")
            .Of(Skin.ThreadLabel)
            .With("href", Href)
            .Holding(Label)
            .Holding(ahead);
    }
}
