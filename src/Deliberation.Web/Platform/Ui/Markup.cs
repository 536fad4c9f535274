using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Deliberation.Web.Platform.Ui;

/// <summary>Elements written as a sentence: <c>"p".With("id", id).Holding(text)</c>. Text is always encoded.</summary>
internal static class Markup
{
    public static TagBuilder Of(this string element, string? skin = null)
    {
        var tag = new TagBuilder(element);
        return skin is null ? tag : tag.With("class", skin);
    }

    /// <summary>An attribute without a value is not written.</summary>
    public static TagBuilder With(this TagBuilder tag, string attribute, string? value)
    {
        if (value is not null)
        {
            tag.Attributes[attribute] = value;
        }

        return tag;
    }

    public static TagBuilder When(this TagBuilder tag, bool condition, string attribute) =>
        tag.With(attribute, condition ? attribute : null);

    public static TagBuilder Holding(this TagBuilder tag, string? text)
    {
        tag.InnerHtml.Append(text ?? "");
        return tag;
    }

    public static TagBuilder Holding(this TagBuilder tag, params IEnumerable<IHtmlContent?> contents)
    {
        foreach (var content in contents)
        {
            if (content is not null)
            {
                tag.InnerHtml.AppendHtml(content);
            }
        }

        return tag;
    }

    public static TagBuilder Alone(this TagBuilder tag)
    {
        tag.TagRenderMode = TagRenderMode.SelfClosing;
        return tag;
    }
}
