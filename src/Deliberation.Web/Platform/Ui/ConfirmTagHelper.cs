using Deliberation.Web.Platform.Localization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Deliberation.Web.Platform.Ui;

/// <summary>
/// <c>&lt;confirm label="Retirer" question="Retirer cette proposition ?" act="Oui, retirer"&gt;ce qui va se passer&lt;/confirm&gt;</c>
/// inside a form: an act that cannot be undone is explained before it is sent, with or without a script.
/// </summary>
[HtmlTargetElement("confirm")]
public sealed class ConfirmTagHelper : TagHelper
{
    private static readonly FeatureTexts T = new();

    /// <summary>The button one sees first.</summary>
    public string Label { get; set; } = "";

    public string Question { get; set; } = "";

    /// <summary>The button that sends the form.</summary>
    public string Act { get; set; } = "";

    /// <summary>Name and value of the sending button, when the form has several.</summary>
    public string? Name { get; set; }

    public string? Value { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var consequences = await output.GetChildContentAsync();
        output.TagName = "confirm-act";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Content.SetHtmlContent(
            "details"
                .Of(Skin.Confirm)
                .Holding(
                    "summary".Of().Holding("span".Of(Skin.DangerButton).Holding(Label)),
                    "div"
                        .Of(Skin.ConfirmBody)
                        .Holding("p".Of().Holding("b".Of().Holding(Question)), consequences, Buttons())
                )
        );
    }

    private TagBuilder Buttons() =>
        "div"
            .Of(Skin.Cluster)
            .Holding(
                "button"
                    .Of(Skin.DangerButton)
                    .With("type", "submit")
                    .With("name", Name)
                    .With("value", Value)
                    .Holding(Act),
                "button"
                    .Of(Skin.SecondButton)
                    .With("type", "button")
                    .With("data-cancel", "")
                    .With("hidden", "")
                    .Holding(T["Annuler"])
            );
}
