using Deliberation.Web.Platform.Caching;
using Deliberation.Web.Platform.Mail;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>The questions on two sheets of A4, to print, fill in with a pen, and hand or send to a mediator.</summary>
[AllowAnonymous]
[SameForEveryone]
internal sealed class PaperForm(FeedbackQuestions questions, PublicAddress service, IConfiguration settings)
    : PageModel
{
    public IReadOnlyList<FeedbackQuestion> Questions => questions.All;

    public string FollowAt => service.Of("/retours/suivre");

    public string GiveAt => service.Of("/retours/donner");

    /// <summary>The lines of the address to send it to; none when it is only handed over.</summary>
    public IReadOnlyList<string> SendTo =>
        (settings["Feedback:PaperAddress"] ?? "").Split(
            '|',
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
        );

    /// <summary>The number to call instead; empty when nobody answers the phone.</summary>
    public string Call => settings["Feedback:PaperPhone"] ?? "";
}
