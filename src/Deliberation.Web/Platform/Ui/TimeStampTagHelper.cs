using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Deliberation.Web.Platform.Ui;

/// <summary><c>&lt;time-stamp value="@Model.PublishedAt" precision="minute" /&gt;</c>: when, for eyes and for machines.</summary>
[HtmlTargetElement("time-stamp", Attributes = "value", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TimeStampTagHelper : TagHelper
{
    /// <summary>An instant (DateTimeOffset), shown at the hour of Paris, or a day (DateOnly); nothing is written when null.</summary>
    public object? Value { get; set; }

    /// <summary>date or minute.</summary>
    public string Precision { get; set; } = "date";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Value is null)
        {
            output.SuppressOutput();
            return;
        }

        var (words, machine) =
            Value is DateTimeOffset instant && Precision == "minute" ? Minute(instant) : Date();
        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", machine);
        output.Content.SetContent(words);
    }

    private static (string Words, string Machine) Minute(DateTimeOffset instant) =>
        (WrittenTime.Minute(instant), Iso(WrittenTime.InParis(instant), "yyyy-MM-ddTHH:mmzzz"));

    private (string Words, string Machine) Date()
    {
        var day = WrittenTime.DayOf(Value);
        return (WrittenTime.Date(day), Iso(day, "yyyy-MM-dd"));
    }

    private static string Iso(IFormattable moment, string format) =>
        moment.ToString(format, CultureInfo.InvariantCulture);
}
