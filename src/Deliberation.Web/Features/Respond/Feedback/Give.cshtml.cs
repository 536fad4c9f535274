using System.Globalization;
using Deliberation.Domain.Respond.Feedback;
using Deliberation.Web.Platform.Localization;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>
/// Asks one question per page, without account, cookie or script, here or in a frame. The answers travel in the form, sealed; nothing is
/// kept before the author has read what masking leaves and sends it.
/// </summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
[ShownInFrames]
internal sealed class Give(
    IMediator mediator,
    SealedForm seal,
    IntakeLimits limits,
    FeedbackQuestions questions,
    FeatureTexts<Give> words
) : PageModel, IShownAgain
{
    public const string Preview = "apercu";

    /// <summary>The answers given so far, sealed.</summary>
    [BindProperty]
    public string? State { get; set; }

    /// <summary>The question that is answered, or the preview.</summary>
    [BindProperty]
    public string? Step { get; set; }

    /// <summary>Where to go: on, back, or to the question named.</summary>
    [BindProperty]
    public string? Go { get; set; }

    [BindProperty]
    public string? Answer { get; set; }

    /// <summary>Doubtful words that the author keeps, at the preview.</summary>
    [BindProperty]
    public string? Keep { get; set; }

    /// <summary>Words kept before, that the author hides after all.</summary>
    [BindProperty]
    public string? Hide { get; set; }

    public FormAnswers Answers { get; private set; } = new();

    public FeedbackQuestion? Question => questions.Find(Step);

    public int Place => questions.PlaceOf(Step);

    public IReadOnlyList<FeedbackQuestion> Questions => questions.All;

    /// <summary>The same form stands on its own page and in frames of other sites.</summary>
    public FrameLook? Frame => FrameLook.Of(HttpContext);

    public string Here => Frame?.On(FramedForm.Address) ?? "/retours/donner";

    public void OnGet() => Show(questions.All[0].Key);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (ModelState.ErrorCount > 0)
        {
            return BadRequest();
        }

        if (seal.Open(State) is not { } answers)
        {
            Show(questions.All[0].Key);
            ModelState.AddModelError("", words["Le formulaire a expiré. Merci de recommencer."]);
            return Page();
        }

        Answers = answers;
        if (Step == Preview && (Keep ?? Hide) is { Length: > 0 and <= MaskedText.Longest } doubtful)
        {
            Answers = Keep is null ? answers.Hiding(doubtful) : answers.Keeping(doubtful);
            Show(Preview);
            return Page();
        }

        return Step == Preview && string.IsNullOrEmpty(Go) ? await SendAsync(cancellationToken) : Move();
    }

    public Task<bool> LoadAsync(CancellationToken cancellationToken) => Task.FromResult(true);

    private IActionResult Move()
    {
        if (Question is { } question)
        {
            if (Go != "back" && question.Fault(Answer) is { } fault)
            {
                ModelState.AddModelError(nameof(Answer), fault);
                return Page();
            }

            // Going back keeps what was begun, unless it could not be carried on to the next page.
            Answers = Answer?.Length > MaskedText.Longest ? Answers : Answers.With(question.Key, Answer);
        }

        Show(Go == "back" ? questions.Before(Step) : questions.Find(Go)?.Key ?? Next());
        return Page();
    }

    // Whoever corrects one answer comes straight back to the preview.
    private string Next() => Answers.Of(questions.All[^1].Key) is null ? questions.After(Step) : Preview;

    private async Task<IActionResult> SendAsync(CancellationToken cancellationToken)
    {
        if (limits.Refuse(HttpContext, limits.Intake) is { } wait)
        {
            ModelState.AddModelError(
                "",
                words[
                    "Trop de retours viennent de votre connexion. Rien n’est perdu : réessayez dans {0} minutes.",
                    wait
                ]
            );
            return new PageResult { StatusCode = StatusCodes.Status429TooManyRequests };
        }

        var command = new Command(
            Answers.Spoken(),
            Answers.Code,
            Frame is null ? Door.Form : Door.Widget,
            Language
        );
        try
        {
            var receipt = await mediator.Send(command, cancellationToken);
            var recu = seal.Close(receipt);
            return Frame is null
                ? RedirectToPage("Thanks", new { recu })
                : Redirect(Frame.On(FramedForm.ThanksAddress, recu));
        }
        catch (IntakeIsFull)
        {
            Response.Headers.RetryAfter = $"{IntakeIsFull.RetryAfterSeconds}";
            ModelState.AddModelError(
                "",
                words[
                    "Beaucoup de retours arrivent en ce moment. Rien n’est perdu : réessayez dans une minute."
                ]
            );
            return new PageResult { StatusCode = StatusCodes.Status429TooManyRequests };
        }
    }

    private static string Language => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    private void Show(string step)
    {
        ModelState.Clear();
        Step = step;
        Answer = Answers.Of(step);
        State = seal.Close(Answers);
    }

    /// <summary>A code sent twice keeps one feedback; without a code, a new one is drawn.</summary>
    public sealed record Command(
        Spoken Words,
        FollowCode? Code = null,
        Door Door = Door.Form,
        string Language = "fr"
    ) : IRequest<Receipt>
    {
        /// <summary>The mediator who typed it, and the day its author gave it; none when the author typed.</summary>
        public (Guid By, DateOnly On)? Typed { get; init; }
    }

    internal sealed class Handler(Intake intake, IntakeRoom room, TimeProvider clock)
        : IRequestHandler<Command, Receipt>
    {
        public async Task<Receipt> Handle(Command request, CancellationToken cancellationToken)
        {
            using var place = room.TryEnter(1) ?? throw new IntakeIsFull();
            var incoming = new Incoming(
                request.Words.Masked(),
                request.Door,
                request.Language,
                clock.GetUtcNow()
            )
            {
                Typed = request.Typed,
            };
            return await intake.ReceiveAsync(
                request.Code is { } code ? incoming with { Code = code, MayComeAgain = true } : incoming
            );
        }
    }
}
