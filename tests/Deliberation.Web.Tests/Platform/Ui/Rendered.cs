using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Deliberation.Web.Platform.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Deliberation.Web.Tests.Platform.Ui;

/// <summary>What a tag helper writes, as a browser would read it.</summary>
internal static class Rendered
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static async Task<IElement> AsElementAsync(
        this TagHelper helper,
        string content = "",
        string culture = "fr-FR"
    )
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        var context = new TagHelperContext([], new Dictionary<object, object>(), "unique");
        var output = new TagHelperOutput(
            "x",
            [],
            (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent().SetHtmlContent(content))
        );
        await helper.ProcessAsync(context, output);
        await using var writer = new StringWriter();
        output.WriteTo(writer, Encoder);
        return new HtmlParser().ParseDocument($"<body>{writer}</body>").Body!; // the parser always makes a body
    }

    public static ViewContext At(string path, string query = "") =>
        new()
        {
            HttpContext = new DefaultHttpContext
            {
                Request = { Path = path, QueryString = new QueryString(query) },
            },
        };

    /// <summary>The words a screen reader would say, spaces made one.</summary>
    public static string Words(this IElement element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
