using System.Globalization;
using Deliberation.Domain;
using Deliberation.Domain.Respond.Feedback;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Platform.Localization;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>
/// A moderator acts as a mediator: types what a patient wrote on paper or said by phone, all questions on one page, and
/// hands over the code. As for authors, nothing is kept before the preview was read and sent.
/// </summary>
[Authorize(Policy = Policies.Moderator)]
[ResponseCache(NoStore = true)]
internal sealed class TypeIn(
    IMediator mediator,
    SealedForm seal,
    FeedbackQuestions questions,
    RuleWords rules,
    TimeProvider clock,
    FeatureTexts<TypeIn> words
) : PageModel, IShownAgain
{
    private const string Day = "yyyy-MM-dd";

    /// <summary>The answers read so far, sealed; they hold the code.</summary>
    [BindProperty]
    public string? State { get; set; }

    /// <summary>The preview, when that is what is sent.</summary>
    [BindProperty]
    public string? Step { get; set; }

    /// <summary>At the preview: the question to correct.</summary>
    [BindProperty]
    public string? Go { get; set; }

    /// <summary>At the preview: doubtful words to keep, or to hide after all.</summary>
    [BindProperty]
    public string? Keep { get; set; }

    [BindProperty]
    public string? Hide { get; set; }

    [BindProperty]
    public string? Way { get; set; }

    [BindProperty]
    public string? GivenOn { get; set; }

    [BindProperty]
    public string? Language { get; set; } = "fr";

    /// <summary>What was answered to each question, by its key.</summary>
    [BindProperty]
    public Dictionary<string, string?> Given { get; set; } = [];

    public FormAnswers Answers { get; private set; } = new();

    public IReadOnlyList<FeedbackQuestion> Questions => questions.All;

    public bool IsPreview => Step == Give.Preview;

    public Door? Door => Enum.TryParse<Door>(Way, out var door) && door.HasAMediator() ? door : null;

    public DateOnly? On =>
        DateOnly.TryParseExact(GivenOn, Day, CultureInfo.InvariantCulture, default, out var day) ? day : null;

    public string Today =>
        WorkingDays.DateInParis(clock.GetUtcNow()).ToString(Day, CultureInfo.InvariantCulture);

    public void OnGet() => ShowForm();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (ModelState.ErrorCount > 0)
        {
            return BadRequest();
        }

        Answers = seal.Open(State) ?? new();
        if (!IsPreview)
        {
            Read();
        }
        else if (Answers.CodeText.Length == 0)
        {
            ShowForm();
            ModelState.AddModelError("", words["Le formulaire a expiré. Merci de recommencer."]);
        }
        else
        {
            Recall();
            return Choose() ? Page() : await SendAsync(cancellationToken);
        }

        return Page();
    }

    public Task<bool> LoadAsync(CancellationToken cancellationToken) => Task.FromResult(true);

    private void Read()
    {
        Check(nameof(Way), Door is null ? words["Dites si c’était sur papier ou par téléphone."] : null);
        Check(nameof(GivenOn), FaultOfDay());
        Check(nameof(Language), Language is "fr" or "en" ? null : words["Choisissez une langue."]);
        foreach (var question in questions.All)
        {
            Check($"{nameof(Given)}[{question.Key}]", FaultOf(question));
        }

        if (ModelState.ErrorCount > 0)
        {
            Complete();
            return;
        }

        foreach (var question in questions.All)
        {
            Answers = Answers.With(question.Key, Given.GetValueOrDefault(question.Key));
        }

        Answers = Answers
            .With(nameof(Way), Way)
            .With(nameof(GivenOn), GivenOn)
            .With(nameof(Language), Language);
        ShowPreview();
    }

    private void Check(string key, string? fault)
    {
        if (fault is not null)
        {
            ModelState.AddModelError(key, fault);
        }
    }

    private string? FaultOfDay() =>
        On is not { } day ? words["Donnez le jour, par exemple 2026-03-12."]
        : Arrival.IsOutOfTime(day, clock.GetUtcNow()) ? rules.Say(FeedbackRules.AMediatorSaysWhichDay)
        : null;

    // Said beside its question: on one long page, a sentence at the top would not tell which answer is meant.
    private string? FaultOf(FeedbackQuestion question)
    {
        try
        {
            return question.Fault(Given.GetValueOrDefault(question.Key));
        }
        catch (RuleBroken broken)
        {
            return rules.Say(broken.Rule);
        }
    }

    private void Recall()
    {
        Way = Answers.Of(nameof(Way));
        GivenOn = Answers.Of(nameof(GivenOn));
        Language = Answers.Of(nameof(Language));
        Given = questions.All.ToDictionary(question => question.Key, question => Answers.Of(question.Key));
    }

    /// <summary>What else than sending may be asked for at the preview; false when it is sent.</summary>
    private bool Choose()
    {
        if ((Keep ?? Hide) is { Length: > 0 and <= MaskedText.Longest } doubtful)
        {
            Answers = Keep is null ? Answers.Hiding(doubtful) : Answers.Keeping(doubtful);
            ShowPreview();
            return true;
        }

        if (!string.IsNullOrEmpty(Go))
        {
            ShowForm();
            return true;
        }

        return false;
    }

    private async Task<IActionResult> SendAsync(CancellationToken cancellationToken)
    {
        // The seal holds only what was read from the form, where all three were given.
        var command = new Give.Command(Answers.Spoken(), Answers.Code, Door!.Value, Language!)
        {
            Typed = (User.PersonId(), On!.Value),
        };
        try
        {
            var receipt = await mediator.Send(command, cancellationToken);
            return RedirectToPage("Slip", new { recu = seal.Close(receipt), par = command.Door });
        }
        catch (IntakeIsFull)
        {
            ModelState.AddModelError(
                "",
                words[
                    "Beaucoup de retours arrivent en ce moment. Rien n’est perdu : réessayez dans une minute."
                ]
            );
            Response.Headers.RetryAfter = $"{IntakeIsFull.RetryAfterSeconds}";
            return new PageResult { StatusCode = StatusCodes.Status429TooManyRequests };
        }
    }

    private void ShowPreview() => Show(Give.Preview);

    private void ShowForm() => Show("");

    private void Show(string step)
    {
        ModelState.Clear();
        Step = step;
        State = seal.Close(Answers);
        Complete();
    }

    private void Complete()
    {
        foreach (var question in questions.All)
        {
            Given.TryAdd(question.Key, "");
        }
    }
}
