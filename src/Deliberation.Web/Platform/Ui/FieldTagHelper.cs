using Deliberation.Web.Platform.Localization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Deliberation.Web.Platform.Ui;

/// <summary>
/// <c>&lt;field for="Data.Title" label="Titre" hint="Une phrase courte" kind="text" /&gt;</c>: a question with its
/// hint, its answer and its error tied together. Everything is asked for unless marked “(facultatif)”.
/// </summary>
[HtmlTargetElement("field", Attributes = "for", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FieldTagHelper : TagHelper
{
    private static readonly FeatureTexts T = new();

    public ModelExpression For { get; set; } = null!; // required by the target's attributes

    public string? Label { get; set; }

    public string? Hint { get; set; }

    /// <summary>text, email, tel, url, search, password, number, date, file, textarea, select, radios, checkboxes, checkbox or hidden.</summary>
    public string Kind { get; set; } = "text";

    /// <summary>The answers of a select, radios or checkboxes; <see cref="Choice"/> adds a hint to each.</summary>
    public IEnumerable<SelectListItem>? Options { get; set; }

    public string? Autocomplete { get; set; }

    /// <summary>By default, what the model allows to be null is optional.</summary>
    public bool? Optional { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!; // set by Razor before Process

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var more = await output.GetChildContentAsync();
        var control = new FieldControl(this, output.Attributes);
        output.Attributes.Clear();
        output.TagName = null;
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Content.SetHtmlContent(
            Kind switch
            {
                "hidden" => control.Hidden(),
                "radios" or "checkboxes" => Group(control, more),
                "checkbox" => Single(control, more),
                _ => Question(control, more),
            }
        );
    }

    private TagBuilder Question(FieldControl control, IHtmlContent more) =>
        "div"
            .Of(control.IsWrong ? Skin.WrongField : Skin.Field)
            .Holding(
                "label"
                    .Of(Skin.FieldLabel)
                    .With("for", control.Id)
                    .Holding(Label)
                    .Holding(OptionalMark(control)),
                control.HintLine(),
                more,
                control.ErrorLine(T["Erreur"]),
                control.Answer()
            );

    private TagBuilder Group(FieldControl control, IHtmlContent more) =>
        "fieldset"
            .Of(control.IsWrong ? Skin.WrongField : Skin.Field)
            .With("aria-describedby", control.DescribedBy)
            .Holding(
                "legend".Of().Holding(Label).Holding(OptionalMark(control)),
                control.HintLine(),
                more,
                control.ErrorLine(T["Erreur"]),
                "div".Of(Skin.Choices).Holding(control.Choices())
            );

    private TagBuilder Single(FieldControl control, IHtmlContent more) =>
        "div"
            .Of(control.IsWrong ? Skin.WrongField : Skin.Field)
            .Holding(
                control.HintLine(),
                more,
                control.ErrorLine(T["Erreur"]),
                "label".Of(Skin.Choice).Holding(control.Tick(), "span".Of().Holding(Label))
            );

    private static TagBuilder? OptionalMark(FieldControl control) =>
        control.IsOptional ? "span".Of(Skin.FieldOptional).Holding($" {T["(facultatif)"]}") : null;
}
