using System.Net;
using Deliberation.Testing;

namespace Deliberation.Web.Tests.Respond.Feedback;

/// <summary>The form of feedback, answered page after page as a person does.</summary>
internal static class GiveForm
{
    public const string Id = "form#retour";

    public static async Task<Page> UntilAsync(Browser browser, string step)
    {
        var page = await browser.GoAsync("/retours/donner");
        while (
            page.Document.QuerySelector("input[name=Step]")!.GetAttribute("value") is { } asked
            && asked != step
        )
        {
            var answer = asked switch
            {
                "note" => "Bad",
                "partie" => "Documents",
                _ => "",
            };
            page = await browser.SubmitAsync(page, Id, ("Answer", answer));
            Assert.Equal(HttpStatusCode.OK, page.Status);
        }

        return page;
    }

    public static async Task<Page> AllAsync(
        Browser browser,
        string text,
        string easy = "",
        string hard = "",
        string suggestion = ""
    )
    {
        var page = await browser.GoAsync("/retours/donner");
        string[] answers =
        [
            "Bad",
            "Documents",
            easy,
            hard,
            text,
            suggestion,
            "NotReached",
            "From60To74",
            "35",
        ];
        foreach (var answer in answers)
        {
            page = await browser.SubmitAsync(page, Id, ("Answer", answer));
        }

        return page;
    }

    public static string CodeOf(Page page) => page.Document.QuerySelector("#code")!.TextContent.Trim();
}
