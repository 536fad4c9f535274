using Deliberation.Domain.Respond.Feedback;
using Deliberation.Domain.Respond.Following;
using Deliberation.Web.Features.Account;
using Deliberation.Web.Features.Respond.Following;
using Deliberation.Web.Platform.Localization;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using Deliberation.Web.Platform.Security.Throttling;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>The author leaves an address, to be told what becomes of their feedback; they may have their code written to it.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[CountsGuesses]
[ResponseCache(NoStore = true)]
internal sealed class BeTold(
    IMediator mediator,
    DeliberationDb db,
    FollowedNames names,
    Throttle throttle,
    FeatureTexts<BeTold> texts
) : PageModel
{
    [FromRoute]
    public string Token { get; set; } = "";

    /// <summary>The letter was written.</summary>
    [FromQuery(Name = "demande")]
    public bool IsAsked { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public bool WithCode { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await db.FeedbackAsync(Code, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var feedback = await db.FeedbackAsync(Code, cancellationToken);
        if (!Person.IsAddress(Email))
        {
            ModelState.AddModelError(nameof(Email), texts["Écrivez une adresse comme nom@exemple.fr."]);
        }

        if (feedback.Stage == FeedbackStage.Withdrawn)
        {
            ModelState.AddModelError("", texts["Vous avez retiré ce retour : il n’y a plus rien à suivre."]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var address = Email!.Trim(); // IsAddress refused an empty one
        if (await WaitAsync(address, cancellationToken) is { } wait)
        {
            return TooMany.Tries(HttpContext, wait);
        }

        var followed = new Followed(SubscriptionTopic.OwnFeedback, feedback.Id);
        var what = await names.SayAsync(followed, cancellationToken);
        var beside = WithCode ? texts["Votre code : {0}", Code] : null;
        await mediator.Send(
            new Subscribe.Command(followed, address, Rhythm.AtOnce, what, beside),
            cancellationToken
        );
        return RedirectToPage(new { token = Code.ToString(), demande = true });
    }

    private FollowCode Code => FollowCode.Read(Token) ?? throw new Absent("feedback");

    private async Task<TimeSpan?> WaitAsync(string address, CancellationToken cancellationToken) =>
        await throttle.TakeAsync(Subscribe.FromOneSource, TooMany.SourceOf(HttpContext), cancellationToken)
        ?? await throttle.TakeAsync(
            Subscribe.ForOneAddress,
            Person.Normalize(address)!, // not empty
            cancellationToken
        );
}
