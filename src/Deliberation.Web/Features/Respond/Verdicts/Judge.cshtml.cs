using Deliberation.Domain.Respond.Tracking;
using Deliberation.Domain.Respond.Verdicts;
using Deliberation.Web.Features.Respond.Tracking;
using Deliberation.Web.Platform.Localization;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Deliberation.Web.Features.Respond.Verdicts;

/// <summary>A member reads an answer, says what they think of it and why, and may say it anew until the last day.</summary>
[Authorize(Policy = Policies.SpaceVoter)]
internal sealed partial class Judge(IMediator mediator, FeatureTexts<Judge> texts) : PageModel, IShownAgain
{
    [BindProperty]
    public Input Data { get; set; } = new();

    [FromRoute]
    public string Slug { get; set; } = "";

    [FromRoute]
    public Guid Id { get; set; }

    public Result Found { get; private set; } = null!; // set before the page is shown

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        if (Found.Round.ClosedAt is not null)
        {
            return Redirect(Found.ResultAddress);
        }

        if (Found.Mine is { } mine)
        {
            Data = new Input
            {
                Judgement = mine.Judgement,
                Reason = mine.Reason,
                Fidelity = mine.Fidelity,
            };
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        if (!IsFilled())
        {
            return Page();
        }

        var content = new VerdictContent(Data.Judgement.GetValueOrDefault(), Data.Reason, Data.Fidelity);
        await mediator.Send(new Command(User.PersonId(), Slug, Id, content), cancellationToken);
        return RedirectToPage(new { Slug, Id });
    }

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var found = await mediator.Send(new Query(Slug, Id, User.PersonId()), cancellationToken);
        Found = found!; // the page is not shown when null
        return found is not null;
    }

    private bool IsFilled()
    {
        if (Data.Judgement is not { } judgement || !Enum.IsDefined(judgement))
        {
            ModelState.ClearValidationState("Data.Judgement");
            ModelState.AddModelError("Data.Judgement", texts["Choisissez une réponse."]);
        }
        else if (judgement != Judgement.NoOpinion && (Data.Reason?.Trim().Length ?? 0) < 10)
        {
            ModelState.AddModelError("Data.Reason", texts["Dites pourquoi, en 10 caractères au moins."]);
        }

        return ModelState.IsValid;
    }

    public sealed class Input
    {
        public Judgement? Judgement { get; set; }

        public string? Reason { get; set; }

        public Fidelity? Fidelity { get; set; }
    }

    public sealed record Query(string Slug, Guid RoundId, Guid PersonId) : IRequest<Result?>;

    /// <param name="Mine">What the reader said before; null when they said nothing yet.</param>
    public sealed record Result(
        VerdictRound Round,
        bool IsOpen,
        string OpinionSlug,
        int Number,
        string Title,
        IReadOnlyList<HistoryStep> Steps,
        Verdict? Mine
    )
    {
        public HistoryStep Step => Steps.First(step => step.Update?.Number == Round.AnswerNumber);

        public AnswerShown Shown => Step.Shown(Steps);

        public string ResultAddress => VerdictShown.AddressOf(OpinionSlug, Number, Round.AnswerNumber);
    }

    /// <summary>Its text is never logged: <see cref="ToString"/> says nothing of the judgement.</summary>
    public sealed record Command(Guid By, string Slug, Guid RoundId, VerdictContent Content) : IRequest<Guid>
    {
        public override string ToString() => nameof(Judge);
    }
}
