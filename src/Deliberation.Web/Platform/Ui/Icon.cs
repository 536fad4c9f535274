using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Deliberation.Web.Platform.Ui;

/// <summary>Our drawings, on a grid of 24; always beside a word, so never read aloud.</summary>
internal static class Icon
{
    private static readonly Dictionary<string, string> Paths = new(StringComparer.Ordinal)
    {
        ["check"] = "M5 12.5l4.5 4.5L19 7.5",
        ["checks"] = "M2.5 12.5L7 17l9-9.5M12 15.5l1.5 1.5L22 7.5",
        ["cross"] = "M6 6l12 12M18 6L6 18",
        ["minus"] = "M5 12h14",
        ["half"] = "M12 4a8 8 0 0 0 0 16zM12 4a8 8 0 0 1 0 16",
        ["moving"] = "M4 12h14M13 6l6 6-6 6",
        ["eye"] =
            "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 9.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z",
        ["clock"] = "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 7.5V12l3 2",
        ["alert"] = "M12 4L2.5 20h19zM12 10v4M12 17v.2",
        ["info"] = "M12 11v6M12 7v.2",
        ["bang"] = "M12 6v7M12 17v.2",
        ["print"] = "M7 9V4h10v5M7 17H4v-7h16v7h-3M7 14h10v6H7z",
        ["copy"] = "M9 9h11v11H9zM5 15H4V4h11v1",
        ["search"] = "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5L20 20",
        ["download"] = "M12 4v11M7 11l5 5 5-5M5 20h14",
        ["feed"] = "M5 19v.2M5 12a7 7 0 0 1 7 7M5 5a14 14 0 0 1 14 14",
        ["person"] = "M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4 20c1-4 4-5.5 8-5.5s7 1.5 8 5.5",
        ["comment"] = "M4 5h16v11H11l-4 4v-4H4z",
        ["edit"] = "M4 20l1-4L16 5l3 3L8 19zM13.5 7.5l3 3",
        ["up"] = "M12 19V5M6 11l6-6 6 6",
        ["down"] = "M12 5v14M6 13l6 6 6-6",
        ["previous"] = "M15 5l-7 7 7 7",
        ["next"] = "M9 5l7 7-7 7",
        ["lock"] = "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
    };

    public static IEnumerable<string> Names => Paths.Keys;

    public static IHtmlContent Draw(string name) =>
        new HtmlString(
            $"""<svg class="{Skin.Icon}" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="{Paths[name]}"/></svg>"""
        );
}

/// <summary><c>&lt;icon name="check" /&gt;</c>: a drawing beside a word.</summary>
[HtmlTargetElement("icon", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class IconTagHelper : TagHelper
{
    public string Name { get; set; } = "info";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Icon.Draw(Name));
    }
}
