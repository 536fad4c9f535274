using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Deliberation.Web.Platform.Ui;

/// <summary>The answer part of a field: its name, its value, its error, and the control that holds them.</summary>
internal sealed class FieldControl
{
    private readonly FieldTagHelper question;
    private readonly IReadOnlyList<TagHelperAttribute> passedOn;
    private readonly IReadOnlyList<string> values;
    private readonly string? error;

    public FieldControl(FieldTagHelper question, IEnumerable<TagHelperAttribute> passedOn)
    {
        this.question = question;
        this.passedOn = [.. passedOn];
        Name = question.ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(question.For.Name);
        Id = TagBuilder.CreateSanitizedId(Name, "_");
        var state = question.ViewContext.ModelState;
        values = FieldValue.Of(state, Name, question.For);
        error = state.TryGetValue(Name, out var entry) ? entry.Errors.FirstOrDefault()?.ErrorMessage : null;
    }

    public string Name { get; }

    public string Id { get; }

    public bool IsWrong => error is not null;

    public bool IsOptional => question.Optional ?? !question.For.Metadata.IsRequired;

    public string? DescribedBy =>
        (question.Hint is not null, IsWrong) switch
        {
            (true, true) => $"{Id}-hint {Id}-error",
            (true, false) => $"{Id}-hint",
            (false, true) => $"{Id}-error",
            _ => null,
        };

    public TagBuilder? HintLine() =>
        question.Hint is null ? null : "p".Of(Skin.FieldHint).With("id", $"{Id}-hint").Holding(question.Hint);

    public TagBuilder? ErrorLine(string word) =>
        error is null
            ? null
            : "p"
                .Of(Skin.FieldError)
                .With("id", $"{Id}-error")
                .Holding(
                    Icon.Draw("alert"),
                    "span".Of(Skin.ForEars).Holding($"{word}\u00a0: "),
                    "span".Of().Holding(error)
                );

    public TagBuilder Hidden() =>
        "input".Of().With("type", "hidden").With("name", Name).With("value", Value).Alone();

    public TagBuilder Answer() =>
        question.Kind switch
        {
            "textarea" => Described("textarea", Skin.Input).Holding(Value),
            "select" => Described("select", Skin.Input).Holding((question.Options ?? []).Select(Option)),
            _ => Described("input", IsShort ? Skin.ShortInput : Skin.Input)
                .With("type", question.Kind)
                .With("value", question.Kind is "password" or "file" ? null : Value)
                .Alone(),
        };

    public IEnumerable<IHtmlContent> Choices() =>
        (question.Options ?? []).Select(
            (option, place) => Labelled(option, place == 0 ? Id : $"{Id}-{place + 1}")
        );

    public TagBuilder Tick() =>
        Described("input", skin: null)
            .With("type", "checkbox")
            .With("value", "true")
            .When(Value == "true", "checked")
            .Alone();

    private string? Value => values.Count == 0 ? null : values[0];

    private bool IsShort => question.Kind is "number" or "date" or "tel";

    private TagBuilder Described(string element, string? skin)
    {
        var tag = element
            .Of(skin)
            .With("id", Id)
            .With("name", Name)
            .With("autocomplete", question.Autocomplete)
            .With("aria-required", IsOptional ? null : "true")
            .With("aria-invalid", IsWrong ? "true" : null)
            .With("aria-describedby", DescribedBy);
        foreach (var attribute in passedOn)
        {
            tag.With(attribute.Name, attribute.Value?.ToString() ?? attribute.Name);
        }

        return tag;
    }

    private TagBuilder Labelled(SelectListItem option, string id) =>
        "label"
            .Of(Skin.Choice)
            .Holding(
                "input"
                    .Of()
                    .With("type", question.Kind == "radios" ? "radio" : "checkbox")
                    .With("id", id)
                    .With("name", Name)
                    .With("value", option.Value)
                    .When(IsChosen(option), "checked")
                    .When(option.Disabled, "disabled")
                    .Alone(),
                (option as Choice)?.Drawing,
                "span"
                    .Of()
                    .Holding(option.Text)
                    .Holding((option as Choice)?.Hint is { } hint ? "small".Of().Holding(hint) : null)
            );

    private TagBuilder Option(SelectListItem option) =>
        "option"
            .Of()
            .With("value", option.Value)
            .When(IsChosen(option), "selected")
            .When(option.Disabled, "disabled")
            .Holding(option.Text);

    private bool IsChosen(SelectListItem option) =>
        values.Count == 0
            ? option.Selected
            : values.Contains(option.Value ?? option.Text, StringComparer.Ordinal);
}
