using Deliberation.Domain.Respond.Instruction;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Features.Respond.Tracking;
using Deliberation.Web.Platform.Localization;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Instruction;

/// <summary>An agent reads an answer that their body prepares, its history beside it, and passes it on or gives it back.</summary>
[Authorize(Policy = Policies.Agent)]
[SecondFactor]
internal sealed class Read(
    DeliberationDb db,
    IMediator mediator,
    Roles roles,
    TreatmentList treatments,
    TreatmentHistory histories,
    AnswersUnderWay underWay,
    TimeProvider clock,
    FeatureTexts<Read> texts
) : PageModel, IShownAgain
{
    [BindProperty]
    public Input Data { get; set; } = new();

    [FromRoute]
    public string Reference { get; set; } = "";

    public TreatmentRow Row { get; private set; } = null!; // set before the page is shown

    public PreparedAnswer Answer { get; private set; } = null!; // set before the page is shown

    /// <summary>The answer as the public would read it.</summary>
    public HistoryStep Preview { get; private set; } = null!; // set before the page is shown

    public IReadOnlyList<HistoryStep> History { get; private set; } = [];

    public IReadOnlyList<StepRow> Steps { get; private set; } = [];

    public DateOnly Today => treatments.Today;

    /// <summary>Another answer was published since this one was written.</summary>
    public bool IsOvertaken => Answer.UnderWay is not null && Answer.Content.After != Row.Answers;

    public bool IsMine => Answer.IsWrittenBy(User.PersonId());

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostReviewAsync(CancellationToken cancellationToken)
    {
        await mediator.Send(new Review.Command(Step), cancellationToken);
        return Done(AnswerStage.Reviewed, DeskView.ARelire);
    }

    public async Task<IActionResult> OnPostSignAsync(CancellationToken cancellationToken)
    {
        await mediator.Send(new Sign.Command(Step), cancellationToken);
        return Done(AnswerStage.Published, DeskView.ASigner);
    }

    public async Task<IActionResult> OnPostPlanAsync(CancellationToken cancellationToken)
    {
        if (Data.EffectiveOn is not { } day)
        {
            ModelState.AddModelError("Data.EffectiveOn", texts["Choisissez le jour de la publication."]);
            return await LoadAsync(cancellationToken) ? Page() : NotFound();
        }

        await mediator.Send(new Sign.Command(Step, day), cancellationToken);
        return Done(AnswerStage.Signed, DeskView.ASigner);
    }

    public async Task<IActionResult> OnPostSendBackAsync(CancellationToken cancellationToken)
    {
        await mediator.Send(new SendBack.Command(Step, Data.Reason), cancellationToken);
        return Done(AnswerStage.SentBack, DeskView.ARelire);
    }

    public async Task<IActionResult> OnPostAbandonAsync(CancellationToken cancellationToken)
    {
        await mediator.Send(new Abandon.Command(Step, Data.Reason), cancellationToken);
        return Done(AnswerStage.Abandoned, DeskView.Renvoyees);
    }

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var bodyId = await roles.BodyOfAsync(User.PersonId());
        var row = await treatments
            .Rows()
            .FirstOrDefaultAsync(row => row.Reference == Reference, cancellationToken);
        var answer = row is null
            ? null
            : await db.Set<PreparedAnswer>()
                .AsNoTracking()
                .Include(answer => answer.Steps)
                .Where(answer => answer.TreatmentId == row.Id && answer.BodyId == bodyId)
                .OrderByDescending(answer => answer.UnderWay != null)
                .ThenByDescending(answer => answer.Since)
                .FirstOrDefaultAsync(cancellationToken);
        if (row is null || answer is null)
        {
            return false;
        }

        (Row, Answer) = (row, answer);
        Preview = await PreviewAsync(cancellationToken);
        History = await histories.OfAsync(row.Id, cancellationToken);
        Steps = await underWay.StepsAsync(answer.Id, cancellationToken);
        return true;
    }

    private StepTaken Step => new(User.PersonId(), Data.Id, Data.Seen);

    // Back to the pile one was working through, where the next one is offered.
    private RedirectResult Done(AnswerStage stage, DeskView pile) =>
        Redirect($"/bureau/suivi?vue={pile}&repondu={Uri.EscapeDataString(Reference)}&etape={stage}");

    private async Task<HistoryStep> PreviewAsync(CancellationToken cancellationToken)
    {
        var treatment = await db.Set<Treatment>()
            .AsNoTracking()
            .Include(treatment => treatment.Updates)
            .FirstAsync(treatment => treatment.Id == Row.Id, cancellationToken);
        var tracker = await db.Set<OpinionTracker>()
            .AsNoTracking()
            .FirstAsync(tracker => tracker.Id == Row.OpinionId, cancellationToken);
        var body = await db.Set<Body>()
            .Where(body => body.Id == Answer.BodyId)
            .Select(body => body.Name)
            .FirstAsync(cancellationToken);
        var update = Answer.ToRead(treatment, clock.GetUtcNow());
        return new HistoryStep(update.At, body, update, tracker.Scheme.Find(update.Status));
    }

    /// <summary>What the forms may say; who acts is not for them to say.</summary>
    public sealed class Input
    {
        public Guid Id { get; set; }

        /// <summary>How many steps the page showed.</summary>
        public int Seen { get; set; }

        public string? Reason { get; set; }

        public DateOnly? EffectiveOn { get; set; }
    }
}
